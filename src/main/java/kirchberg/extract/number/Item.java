package kirchberg.extract.number;

import kirchberg.domain.claim.Hedge;
import kirchberg.domain.text.NumberKind;

/**
 * A number that may be a figure.
 *
 * @param kind what the way it is printed makes of it; COUNT where only the unit decides
 * @param bound what the number itself says of its sharpness: the ends of a range, "une centaine"; NONE for others
 * @param from number of the first token of the whole expression, such as the range
 * @param to number of the token after it
 */
public record Item(Quantity quantity, NumberKind kind, Hedge bound, int from, int to) {

    static Item of(Quantity quantity, Hedge bound) {
        return new Item(quantity, NumberKind.COUNT, bound, quantity.from(), quantity.to());
    }
}
