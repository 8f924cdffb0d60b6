/** Tests of the schedules in {@code jobs/schedule}, as far as they can be run without their engines. */
@NullMarked
package kirchberg.schedule;

import org.jspecify.annotations.NullMarked;
