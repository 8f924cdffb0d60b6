/** Cases and real samples of the classification. */
@NullMarked
package kirchberg.classify;

import org.jspecify.annotations.NullMarked;
