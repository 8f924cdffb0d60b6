package kirchberg.check;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import kirchberg.domain.Institution;
import kirchberg.domain.Label;
import kirchberg.domain.Place;
import kirchberg.domain.Stage;
import kirchberg.domain.claim.Claim;
import kirchberg.domain.claim.Figure;
import kirchberg.domain.claim.Grade;
import kirchberg.domain.claim.Hedge;
import kirchberg.domain.claim.Measure;
import kirchberg.domain.claim.Period;
import kirchberg.domain.claim.Publication;
import kirchberg.domain.claim.Resources;
import kirchberg.domain.claim.Subject;
import kirchberg.domain.claim.Unit;
import kirchberg.table.Claims;
import kirchberg.table.Field;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.jspecify.annotations.Nullable;

/** Claims to rows of {@link Claims#TABLE}, and back: equal in value, though 0.50 comes back as 0.5. */
final class ClaimRows {
    private static final int FIGURE_DIGITS = 4;

    private ClaimRows() {}

    static Row row(Claim claim) {
        return RowFactory.create(Stream.of(words(claim), scope(claim), figure(claim))
                .flatMap(List::stream)
                .toArray());
    }

    private static List<@Nullable Object> words(Claim c) {
        var publication = c.publication();
        return Arrays.asList(
                c.id(),
                publication.id(),
                publication.title(),
                publication.date(),
                publication.language(),
                publication.url(),
                c.quote());
    }

    private static List<@Nullable Object> scope(Claim c) {
        var label = c.of();
        return Arrays.asList(
                c.institution().name(),
                c.resources().name(),
                c.stage().name(),
                c.place().text(),
                c.period().from(),
                c.period().to(),
                c.period().each(),
                c.measure().name(),
                label == null ? null : label.key(),
                c.ofPlace() == null ? null : c.ofPlace().text(),
                c.against() == null ? null : c.against().text(),
                c.counts());
    }

    private static List<@Nullable Object> figure(Claim c) {
        return Arrays.asList(
                c.hedge().name(),
                c.figure().printed(),
                exact(c.figure().value()),
                c.figure().unit().name(),
                exact(c.figure().lastPrinted()),
                exact(c.figure().lastNonZero()),
                c.grade().name(),
                c.note(),
                c.outOfReach());
    }

    static Claim claim(Row row) {
        return new Claim(
                text(row, Claims.CLAIM_ID),
                publication(row),
                text(row, Claims.QUOTE),
                subject(row),
                Hedge.valueOf(text(row, Claims.HEDGE)),
                figure(row),
                Grade.valueOf(textOr(row, Claims.GRADE, Grade.PRINTED.name())),
                textOr(row, Claims.NOTE, ""),
                row.getString(Claims.TABLE.index(Claims.OUT_OF_REACH_REASON)));
    }

    private static Subject subject(Row row) {
        var ofPlace = row.getString(Claims.TABLE.index(Claims.OF_PLACE));
        var against = row.getString(Claims.TABLE.index(Claims.AGAINST));
        return new Subject(
                Institution.valueOf(text(row, Claims.INSTITUTION)),
                Resources.valueOf(text(row, Claims.RESOURCES)),
                Stage.valueOf(text(row, Claims.STAGE)),
                Place.parse(text(row, Claims.PLACE)),
                period(row),
                Measure.valueOf(text(row, Claims.MEASURE)),
                label(row.getString(Claims.TABLE.index(Claims.LABEL))),
                ofPlace == null ? null : Place.parse(ofPlace),
                against == null ? null : Period.parse(against),
                text(row, Claims.COUNTS));
    }

    private static Publication publication(Row row) {
        return new Publication(
                text(row, Claims.PUBLICATION_ID),
                text(row, Claims.PUBLICATION_TITLE),
                row.getAs(Claims.TABLE.index(Claims.PUBLISHED_ON)),
                text(row, Claims.LANGUAGE),
                text(row, Claims.URL));
    }

    private static Period period(Row row) {
        return new Period(
                row.getInt(Claims.TABLE.index(Claims.PERIOD_FROM_YEAR)),
                row.getInt(Claims.TABLE.index(Claims.PERIOD_TO_YEAR)),
                row.getBoolean(Claims.TABLE.index(Claims.PERIOD_IS_EACH)));
    }

    private static Figure figure(Row row) {
        return new Figure(
                text(row, Claims.FIGURE_PRINTED),
                decimal(row, Claims.FIGURE_VALUE),
                Unit.valueOf(text(row, Claims.FIGURE_UNIT)),
                decimal(row, Claims.LAST_PRINTED_UNIT),
                decimal(row, Claims.LAST_NONZERO_UNIT));
    }

    static @Nullable Label label(@Nullable String key) {
        return Label.all().stream().filter(l -> l.key().equals(key)).findFirst().orElse(null);
    }

    /** A figure with more digits than the table holds is an error, never rounded. */
    private static BigDecimal exact(BigDecimal value) {
        return value.setScale(FIGURE_DIGITS, RoundingMode.UNNECESSARY);
    }

    /** Releases of earlier versions lack some columns. */
    private static String textOr(Row row, Field field, String absent) {
        var text = row.getString(Claims.TABLE.index(field));
        return text == null ? absent : text;
    }

    private static String text(Row row, Field field) {
        return row.getString(Claims.TABLE.index(field));
    }

    private static BigDecimal decimal(Row row, Field field) {
        var stripped = row.getDecimal(Claims.TABLE.index(field)).stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }
}
