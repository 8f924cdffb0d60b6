/** Claim files written for review, from the figures that were found in a text. */
@NullMarked
package kirchberg.config.draft;

import org.jspecify.annotations.NullMarked;
