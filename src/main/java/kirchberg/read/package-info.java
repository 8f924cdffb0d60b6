/** Bytes as received in; raw financings (every value still text), control totals and reference tables out. */
@NullMarked
package kirchberg.read;

import org.jspecify.annotations.NullMarked;
