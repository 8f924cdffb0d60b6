package kirchberg.domain.place;

import java.util.List;

/**
 * The names of places, and the contexts that tell what they mean.
 *
 * @param names no spelling of which belongs to two entries of one country
 * @param contexts in the order of their file
 */
public record Gazetteer(List<PlaceName> names, List<PlaceContext> contexts) {
    public Gazetteer {
        names = List.copyOf(names);
        contexts = List.copyOf(contexts);
    }
}
