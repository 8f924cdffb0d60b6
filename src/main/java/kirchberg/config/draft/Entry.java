package kirchberg.config.draft;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import kirchberg.domain.Institution;
import kirchberg.domain.Place;
import kirchberg.domain.Priority;
import kirchberg.domain.Stage;
import kirchberg.domain.claim.Figure;
import kirchberg.domain.claim.Hedge;
import kirchberg.domain.claim.Measure;
import kirchberg.domain.claim.Period;
import kirchberg.domain.claim.Unit;
import kirchberg.domain.text.Aspect;
import kirchberg.domain.text.Checkability;
import kirchberg.domain.text.Mention;
import org.jspecify.annotations.Nullable;

/**
 * One claim of a draft. What the text does not say stands with the most careful value and a note; where no value would
 * be careful, the whole entry stands as a comment, so that nothing is judged that nobody said.
 */
final class Entry {
    private static final String NOTHING = "nothing in the sentence or its paragraph names one";

    private final Mention mention;
    private final Figure figure;
    private final @Nullable Measure measure;
    private final @Nullable Period standIn;
    private final List<String> lines = new ArrayList<>();
    private final List<String> open = new ArrayList<>();

    /** @param standIn takes the place of a period that the text does not name; null if there is none */
    Entry(Mention mention, @Nullable Period standIn) {
        this.mention = mention;
        this.figure = Objects.requireNonNull(mention.reading().figure());
        this.measure = measure();
        this.standIn = standIn;
    }

    /** The lines of the entry; all of them comments if something must be decided before it can be read. */
    List<String> lines(ClaimId ids) {
        lines.add("  - id: " + ids.next(mention, measureWord()));
        line("quote", YamlText.quoted(mention.passage().sentence().text()), "");
        scope();
        line("measure", measureWord(), note(Aspect.MEASURE, "measure"));
        label();
        if (mention.reading().hedge() != Hedge.NONE) {
            line("hedge", mention.reading().hedge().name(), "");
        }
        line("figure", figureText(), "");
        if (mention.checkability() == Checkability.OUT_OF_REACH) {
            line("out_of_reach", YamlText.quoted(mention.reason()), "");
        }
        return open.isEmpty() ? lines : asComment();
    }

    private void scope() {
        var subject = mention.subject();
        line(
                "institution",
                Optional.ofNullable(subject.institution())
                        .orElse(Institution.GROUP)
                        .name(),
                note(Aspect.INSTITUTION, "institution"));
        if (isOfDeals()) {
            line(
                    "stage",
                    Optional.ofNullable(subject.stage()).orElse(Stage.SIGNED).name(),
                    note(Aspect.STAGE, "stage"));
        }
        line("place", Optional.ofNullable(subject.place()).orElse(Place.WORLD).text(), note(Aspect.PLACE, "place"));
        var period = subject.period() == null ? standIn : subject.period();
        if (period == null) {
            open.add("period (" + NOTHING + ", and the publication has no date)");
        } else {
            line("period", period.text(), periodNote());
        }
    }

    private String periodNote() {
        var words = mention.subject().periodWords();
        if (mention.subject().period() == null) {
            return toDecide("period", words.isEmpty() ? NOTHING : "the text says \"" + words + "\"")
                    + "; the year of publication stands in";
        }
        return note(Aspect.PERIOD, "period");
    }

    private void label() {
        var of = mention.subject().of();
        if (of == Priority.CLIMATE || of == Priority.COHESION) {
            line("of", "{" + of.key() + ": true}", "");
        } else if (of != null) {
            line("of", "{" + (of instanceof Priority ? "priority" : "programme") + ": " + of.key() + "}", "");
        } else if (measure == Measure.SHARE && mention.checkability() == Checkability.CHECKABLE) {
            open.add("of (the label that the share is of)");
        }
        if (measure == Measure.COUNT) {
            var counts = mention.subject().counts();
            line(
                    "counts",
                    ClaimId.thing(counts),
                    counts.isEmpty() ? toDecide("counts", "what is counted is not named") : "");
        }
    }

    /** The measure that the text names, if its unit is that of the figure; else the plainest one of the unit. */
    private @Nullable Measure measure() {
        var named = mention.subject().measure();
        return switch (figure.unit()) {
            case EUR -> named == Measure.MOBILISED ? named : Measure.AMOUNT;
            case SHARE -> Measure.SHARE;
            case RATIO -> Measure.RATIO;
            case COUNT -> named == Measure.OPERATIONS ? named : Measure.COUNT;
        };
    }

    private String measureWord() {
        return String.valueOf(measure).toLowerCase(Locale.ROOT);
    }

    private boolean isOfDeals() {
        return measure != Measure.COUNT && mention.checkability() == Checkability.CHECKABLE;
    }

    private String figureText() {
        return figure.unit() == Unit.COUNT ? "\"" + figure.printed() + "\"" : figure.printed();
    }

    private void line(String key, String value, String note) {
        lines.add("    " + key + ": " + value + (note.isEmpty() ? "" : " # " + YamlText.comment(note)));
    }

    private String note(Aspect aspect, String key) {
        if (mention.subject().undetermined().contains(aspect)) {
            return toDecide(key, NOTHING);
        }
        return mention.subject().carried().contains(aspect) ? "from earlier words of the paragraph" : "";
    }

    private static String toDecide(String key, String why) {
        return "to decide: " + key + " (" + why + ")";
    }

    private List<String> asComment() {
        var comment = new ArrayList<>(List.of("  # to decide before this entry can be used: "
                + open.stream().map(YamlText::comment).collect(Collectors.joining("; "))));
        lines.forEach(line -> comment.add("  #" + line));
        return comment;
    }
}
