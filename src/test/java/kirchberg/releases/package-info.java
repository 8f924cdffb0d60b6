/** Whole press releases, from the file to the draft of claims, against what a careful reader finds in them. */
@NullMarked
package kirchberg.releases;

import org.jspecify.annotations.NullMarked;
