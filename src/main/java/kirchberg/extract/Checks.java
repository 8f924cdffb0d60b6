package kirchberg.extract;

import java.util.List;
import java.util.Optional;
import kirchberg.domain.Institution;
import kirchberg.domain.Programme;
import kirchberg.domain.claim.Hedge;
import kirchberg.domain.claim.Measure;
import kirchberg.domain.text.Checkability;
import kirchberg.domain.text.NumberKind;
import kirchberg.domain.text.Subject;
import kirchberg.extract.number.Item;
import kirchberg.extract.number.Quantity.Unit;

/** What can be done with a number, and why. The first rule that fits decides. */
final class Checks {
    private static final List<String> REFERENCE_TABLES = List.of("priorities", "cohesion_regions");

    private final Meanings meanings;

    Checks(Meanings meanings) {
        this.meanings = meanings;
    }

    /** The outcome and its reason, one sentence. */
    record Outcome(Checkability checkability, NumberKind kind, String reason) {

        static Outcome ambiguous(NumberKind kind, String reason) {
            return new Outcome(Checkability.AMBIGUOUS, kind, "Not read: " + reason + ".");
        }

        static Outcome beyond(NumberKind kind, String reason) {
            return new Outcome(Checkability.OUT_OF_REACH, kind, "No portfolio decides it: " + reason + ".");
        }
    }

    Outcome of(int k, Item item, Subject subject) {
        return form(item).or(() -> unit(item)).orElseGet(() -> meaning(k, item, subject));
    }

    private Optional<Outcome> form(Item item) {
        if (item.quantity().unit() == Unit.UNREADABLE) {
            return Optional.of(
                    Outcome.ambiguous(NumberKind.UNREADABLE, item.quantity().detail()));
        }
        if (item.kind() == NumberKind.TERM) {
            return Optional.of(Outcome.ambiguous(NumberKind.TERM, "it is a term of a printed sum"));
        }
        if (item.kind() == NumberKind.RANGE && item.bound() == Hedge.NONE) {
            return Optional.of(Outcome.ambiguous(
                    NumberKind.RANGE, "\"from ... to ...\" may be a range or a change from one value to another"));
        }
        return Optional.empty();
    }

    private Optional<Outcome> unit(Item item) {
        return Optional.ofNullable(
                switch (item.quantity().unit()) {
                    case OTHER_CURRENCY ->
                        Outcome.beyond(
                                NumberKind.AMOUNT, "it is in " + item.quantity().detail() + ", and claims are in euro");
                    case UNNAMED_MONEY ->
                        Outcome.ambiguous(
                                NumberKind.UNREADABLE, "it has a power of ten, but no currency and no thing counted");
                    case BARE -> Outcome.ambiguous(NumberKind.UNREADABLE, "it has no unit and no thing counted");
                    case MEASURE -> Outcome.beyond(NumberKind.QUANTITY, "it is a measure of a thing");
                    case DURATION ->
                        new Outcome(Checkability.NOT_A_FIGURE, NumberKind.DATE, "No figure: it is a length of time.");
                    default ->
                        item.quantity().figure().isEmpty()
                                ? Outcome.ambiguous(NumberKind.UNREADABLE, "it has more digits than a figure can have")
                                : null;
                });
    }

    private Outcome meaning(int k, Item item, Subject subject) {
        var kind = kind(item);
        if (meanings.isChange(item)) {
            return Outcome.beyond(NumberKind.CHANGE, "it is a change against another value, which claims do not have");
        }
        if (subject.measure() == Measure.AMOUNT && subject.of() == null && meanings.isPart(item)) {
            return Outcome.ambiguous(kind, "it is a part of another figure, and no label says which part");
        }
        if (subject.measure() == null || (subject.measure() == Measure.RATIO && !meanings.isMobilised(k, item))) {
            return Outcome.beyond(kind, "it compares with another value, which claims do not have");
        }
        if (subject.measure() == Measure.COUNT) {
            return count(kind, subject);
        }
        if (subject.institution() == Institution.COMMISSION) {
            return Outcome.beyond(kind, "it is a figure of the European Commission");
        }
        var beyond = meanings.beyond(k, item).filter(reason -> subject.measure() != Measure.OPERATIONS);
        return beyond.map(reason -> Outcome.beyond(kind, reason)).orElseGet(() -> financing(item, kind, subject));
    }

    private Outcome financing(Item item, NumberKind kind, Subject subject) {
        if (subject.measure() == Measure.SHARE && subject.of() == null) {
            return Outcome.beyond(kind, "no label of a portfolio stands for what the share is of");
        }
        var ours = subject.institution() != null || subject.of() instanceof Programme;
        if (!ours && !meanings.isFinancing(item)) {
            return Outcome.beyond(kind, "nothing says that it is financing of the Group");
        }
        var missing = subject.undetermined().isEmpty() ? "" : ", once the missing words are filled in";
        return new Outcome(Checkability.CHECKABLE, kind, "A portfolio can decide it" + missing + ".");
    }

    private static Outcome count(NumberKind kind, Subject subject) {
        return REFERENCE_TABLES.contains(subject.counts())
                ? new Outcome(Checkability.CHECKABLE, kind, "A reference table can decide it.")
                : Outcome.beyond(kind, "the things counted are no operations of a portfolio");
    }

    private static NumberKind kind(Item item) {
        if (item.kind() != NumberKind.COUNT) {
            return item.kind();
        }
        return switch (item.quantity().unit()) {
            case EURO -> NumberKind.AMOUNT;
            case PERCENT -> NumberKind.SHARE;
            case MULTIPLE -> NumberKind.MULTIPLE;
            default -> NumberKind.COUNT;
        };
    }
}
