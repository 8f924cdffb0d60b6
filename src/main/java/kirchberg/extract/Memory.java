package kirchberg.extract;

import java.util.Optional;
import kirchberg.domain.Institution;
import kirchberg.domain.Place;
import kirchberg.domain.Stage;
import kirchberg.domain.claim.Period;
import org.jspecify.annotations.Nullable;

/**
 * What the earlier sentences of a paragraph named last. A sentence that is silent about one of these speaks of the
 * same.
 *
 * @param programme key of the programme, the only label that is carried: "It will mobilise" of TechEU
 */
record Memory(
        @Nullable Institution institution,
        @Nullable Place place,
        @Nullable Stage stage,
        @Nullable Period period,
        @Nullable String programme) {
    static final Memory EMPTY = new Memory(null, null, null, null, null);

    /**
     * The same, with what a later sentence names instead. A sentence that names an institution and no programme leaves
     * the programme behind; one that names several years leaves none to carry.
     */
    Memory then(Memory later, boolean severalYears) {
        var years = later.period != null ? later.period : period;
        return new Memory(
                later.institution != null ? later.institution : institution,
                later.place != null ? later.place : place,
                later.stage != null ? later.stage : stage,
                severalYears ? null : years,
                later.programme != null || later.institution != null ? later.programme : programme);
    }

    /**
     * A value, and whether it was carried.
     *
     * @param value null if neither the sentence nor the paragraph says it
     */
    record Known<T>(@Nullable T value, boolean carried) {

        static <T> Known<T> of(Optional<T> said, @Nullable T remembered) {
            return new Known<>(said.orElse(remembered), said.isEmpty() && remembered != null);
        }
    }
}
