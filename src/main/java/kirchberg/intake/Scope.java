package kirchberg.intake;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import kirchberg.domain.Exit;
import kirchberg.domain.Stop;
import kirchberg.domain.source.Coverage;
import kirchberg.domain.source.Source;
import kirchberg.domain.source.SourceFormat;
import kirchberg.domain.source.Survey;

/** What files cover: as a person says, else as they show. Every conclusion comes with its reason. */
final class Scope {
    private Scope() {}

    /**
     * What the files of a source cover.
     *
     * @param reasons takes a sentence on every conclusion, and on whatever may be a mistake of the person
     */
    static Coverage of(Source source, Survey survey, Intake.Told told, List<String> reasons) {
        reasons.add(accessed(told));
        var complete = told.complete();
        var whole = complete == null ? Origin.isWhole(source.format(), survey) : complete;
        requireDescribable(source.format(), whole);
        if (survey.late() > 0) {
            reasons.add(survey.late() + " records are dated later than the day after " + source.accessed()
                    + " and will be rejected. If the files were fetched later, correct accessed.");
        }
        reasons.add("complete: " + (complete == null ? concluded(whole) : told(complete, survey)));
        return coverage(source, survey, whole);
    }

    private static String accessed(Intake.Told told) {
        return told.accessed() == null
                ? "accessed: the day on which the youngest file was last written."
                : "accessed: as told.";
    }

    private static void requireDescribable(SourceFormat format, boolean complete) {
        if (complete && format.listsOperations()) {
            throw new Stop(
                    Exit.USAGE,
                    "Cannot describe a list of operations as complete: it covers no signatures, got --complete true",
                    "Leave --complete out.");
        }
    }

    private static String concluded(boolean whole) {
        return whole
                ? Origin.WHOLE
                : "false, for nothing in the files shows that they hold everything. If they do, write complete: true.";
    }

    private static String told(boolean complete, Survey survey) {
        var first = survey.from();
        return !complete || first == null || !first.isAfter(Origin.FIRST_DAY)
                ? "as told."
                : "as told, so a year without a row counts as a year without a signature. The first row is of " + first
                        + ". If the list was cut there, correct from.";
    }

    private static Coverage coverage(Source source, Survey survey, boolean whole) {
        var wide = source.coverage();
        var from = Objects.requireNonNullElse(survey.from(), Origin.FIRST_DAY);
        var to = Objects.requireNonNullElse(survey.to(), source.accessed());
        return whole
                ? new Coverage(
                        wide.institution(),
                        wide.stage(),
                        wide.place(),
                        earlier(from, Origin.FIRST_DAY),
                        source.accessed(),
                        true)
                : new Coverage(wide.institution(), wide.stage(), wide.place(), from, later(from, to), false);
    }

    private static LocalDate earlier(LocalDate one, LocalDate other) {
        return one.isBefore(other) ? one : other;
    }

    private static LocalDate later(LocalDate one, LocalDate other) {
        return one.isAfter(other) ? one : other;
    }
}
