/** Files as people have them in; sources with a description of their own out. */
@NullMarked
package kirchberg.intake;

import org.jspecify.annotations.NullMarked;
