/** Finds the relations between claims, from what they speak of and from what people declared. */
@NullMarked
package kirchberg.domain.relation.search;

import org.jspecify.annotations.NullMarked;
