/** Findings go in; the same questions in SQL over the released tables come out, for those who trust no program. */
@NullMarked
package kirchberg.query;

import org.jspecify.annotations.NullMarked;
