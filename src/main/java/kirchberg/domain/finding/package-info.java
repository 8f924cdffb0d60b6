/** What we say of a claim: verdict, evidence, and what would change it. */
@NullMarked
package kirchberg.domain.finding;

import org.jspecify.annotations.NullMarked;
