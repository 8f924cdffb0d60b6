package kirchberg.domain.text;

import kirchberg.domain.claim.Figure;
import kirchberg.domain.claim.Hedge;
import org.jspecify.annotations.Nullable;

/**
 * How a number is read.
 *
 * @param figure the number in the grammar of claim files, with its last printed digit; null if it is no figure or
 *     cannot be read
 * @param hedge how the text softens it
 * @param hedgeWords the softening words as printed; empty if there are none
 */
public record Reading(NumberKind kind, @Nullable Figure figure, Hedge hedge, String hedgeWords) {}
