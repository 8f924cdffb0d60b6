package kirchberg.extract;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import kirchberg.domain.claim.Measure;
import kirchberg.domain.claim.Period;
import kirchberg.domain.text.Aspect;
import kirchberg.domain.text.Subject;
import kirchberg.domain.words.Cue;
import kirchberg.domain.words.Line;
import kirchberg.domain.words.Role;
import kirchberg.extract.Memory.Known;
import kirchberg.extract.Times.Time;
import kirchberg.extract.number.Item;
import org.jspecify.annotations.Nullable;

/** Puts together what a number speaks of, from its sentence and from what the paragraph said before. */
final class Subjects {
    private final Line line;
    private final Windows windows;
    private final Times times;
    private final Scopes scopes;
    private final Meanings meanings;
    private final Memory memory;

    Subjects(Line line, Windows windows, Times times, Scopes scopes, Meanings meanings, Memory memory) {
        this.line = line;
        this.windows = windows;
        this.times = times;
        this.scopes = scopes;
        this.meanings = meanings;
        this.memory = memory;
    }

    /** The time that belongs to a number: named right behind it, else the last one before it, else the next one. */
    Optional<Time> time(int k, Item item) {
        return times.first(item.to(), windows.near(k))
                .or(() -> times.last(0, item.from()))
                .or(() -> times.first(item.to(), windows.clauseEnd(item.to())));
    }

    Subject of(int k, Item item) {
        var time = time(k, item);
        var measure = meanings.measure(k, item);
        var institution = Known.of(scopes.institution(k, item), scopes.isShared(k, item) ? null : memory.institution());
        var place = Known.of(scopes.place(k, item), memory.place());
        var stage = Known.of(scopes.stage(k, item), memory.stage());
        var counted = measure.filter(m -> m == Measure.COUNT).isPresent();
        var period = period(item, time, counted);
        var label = meanings.label(k, item, scopes.hasOwner() ? null : memory.programme());
        var carried = new ArrayList<Aspect>();
        var unknown = new ArrayList<Aspect>();
        note(Aspect.INSTITUTION, institution, carried, unknown);
        note(Aspect.PLACE, place, carried, unknown);
        note(Aspect.PERIOD, period, carried, unknown);
        note(Aspect.STAGE, stage, carried, unknown);
        note(Aspect.MEASURE, new Known<>(measure.orElse(null), label.carried() && !counted), carried, unknown);
        return new Subject(
                measure.orElse(null),
                counted ? null : label.value(),
                counted ? meanings.counts(item) : "",
                period.value(),
                time.map(Time::words)
                        .or(() -> every(item).map(cue -> line.text(cue.from(), cue.to())))
                        .orElse(""),
                institution.value(),
                place.value(),
                stage.value(),
                carried,
                unknown);
    }

    private static void note(Aspect aspect, Known<?> known, List<Aspect> carried, List<Aspect> unknown) {
        if (known.value() == null) {
            unknown.add(aspect);
        } else if (known.carried()) {
            carried.add(aspect);
        }
    }

    /**
     * Words that name no years keep the years of the paragraph out: "since 2021" is not 2024. A count of things is a
     * state and no sum over the year of the sentence before.
     */
    private Known<Period> period(Item item, Optional<Time> time, boolean counted) {
        var named = time.flatMap(t -> Optional.ofNullable(t.years()).or(() -> span(t.limit())));
        var remembered = time.isEmpty() && !counted ? memory.period() : null;
        var known = Known.of(named, remembered);
        return new Known<>(each(item, known.value()), known.carried());
    }

    /** Until 2027 is 2025 to 2027 where the text names that span. */
    private Optional<Period> span(int limit) {
        return times.spanTo(limit)
                .or(() -> Optional.ofNullable(memory.period()).filter(p -> p.to() == limit && p.from() < limit));
    }

    /** "Each year" in the clause, but not "a year earlier". */
    private Optional<Cue> every(Item item) {
        return line.first(Role.EVERY, windows.clauseStart(item.from()), windows.clauseEnd(item.to()))
                .filter(cue -> line.at(Role.COMPARED, cue.from()).isEmpty());
    }

    private @Nullable Period each(Item item, @Nullable Period period) {
        return period == null || every(item).isEmpty() ? period : new Period(period.from(), period.to(), true);
    }
}
