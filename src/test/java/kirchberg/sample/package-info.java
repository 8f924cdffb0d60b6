@NullMarked
package kirchberg.sample;

import org.jspecify.annotations.NullMarked;
