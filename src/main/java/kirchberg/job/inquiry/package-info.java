/** What stands already in; what can be said of it out. Nothing is published here. */
@NullMarked
package kirchberg.job.inquiry;

import org.jspecify.annotations.NullMarked;
