/** Tests of the configuration. */
@NullMarked
package kirchberg.config;

import org.jspecify.annotations.NullMarked;
