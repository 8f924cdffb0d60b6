/** Saved pages of the bank's two lists as received in; their items as counted deliveries out. */
@NullMarked
package kirchberg.read.json;

import org.jspecify.annotations.NullMarked;
