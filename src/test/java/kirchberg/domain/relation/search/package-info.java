/** Proofs of what is found between claims, on figures that were really printed and on figures made up. */
@NullMarked
package kirchberg.domain.relation.search;

import org.jspecify.annotations.NullMarked;
