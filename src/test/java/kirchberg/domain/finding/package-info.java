/** What is said of a claim, by cases worked by hand. */
@NullMarked
package kirchberg.domain.finding;

import org.jspecify.annotations.NullMarked;
