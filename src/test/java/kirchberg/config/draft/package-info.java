/** Tests of drafts of claims. */
@NullMarked
package kirchberg.config.draft;

import org.jspecify.annotations.NullMarked;
