/** Raw text in; typed financings out, and what could not be used with its reason. */
@NullMarked
package kirchberg.clean;

import org.jspecify.annotations.NullMarked;
