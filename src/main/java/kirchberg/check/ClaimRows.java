package kirchberg.check;

import java.math.BigDecimal;
import java.math.RoundingMode;
import kirchberg.domain.Institution;
import kirchberg.domain.Label;
import kirchberg.domain.Place;
import kirchberg.domain.Stage;
import kirchberg.domain.claim.Claim;
import kirchberg.domain.claim.Figure;
import kirchberg.domain.claim.Hedge;
import kirchberg.domain.claim.Measure;
import kirchberg.domain.claim.Period;
import kirchberg.domain.claim.Publication;
import kirchberg.domain.claim.Resources;
import kirchberg.domain.claim.Unit;
import kirchberg.table.Claims;
import kirchberg.table.Field;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.jspecify.annotations.Nullable;

/** Claims to rows of {@link Claims#TABLE}, and back. */
final class ClaimRows {
    private static final int FIGURE_DIGITS = 4;

    private ClaimRows() {}

    static Row row(Claim c) {
        var label = c.of();
        return RowFactory.create(
                c.id(),
                c.publication().id(),
                c.publication().title(),
                c.publication().date(),
                c.publication().language(),
                c.publication().url(),
                c.quote(),
                c.institution().name(),
                c.resources().name(),
                c.stage().name(),
                c.place().text(),
                c.period().from(),
                c.period().to(),
                c.period().each(),
                c.measure().name(),
                label == null ? null : label.key(),
                c.counts(),
                c.hedge().name(),
                c.figure().printed(),
                exact(c.figure().value()),
                c.figure().unit().name(),
                exact(c.figure().lastPrinted()),
                exact(c.figure().lastNonZero()),
                c.outOfReach());
    }

    static Claim claim(Row row) {
        return new Claim(
                text(row, Claims.CLAIM_ID),
                publication(row),
                text(row, Claims.QUOTE),
                Institution.valueOf(text(row, Claims.INSTITUTION)),
                Resources.valueOf(text(row, Claims.RESOURCES)),
                Stage.valueOf(text(row, Claims.STAGE)),
                Place.parse(text(row, Claims.PLACE)),
                period(row),
                Measure.valueOf(text(row, Claims.MEASURE)),
                label(row.getString(Claims.TABLE.index(Claims.LABEL))),
                text(row, Claims.COUNTS),
                Hedge.valueOf(text(row, Claims.HEDGE)),
                figure(row),
                row.getString(Claims.TABLE.index(Claims.OUT_OF_REACH_REASON)));
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

    private static @Nullable Label label(@Nullable String key) {
        return Label.all().stream().filter(l -> l.key().equals(key)).findFirst().orElse(null);
    }

    /** A figure with more digits than the table holds is an error, never rounded. */
    private static BigDecimal exact(BigDecimal value) {
        return value.setScale(FIGURE_DIGITS, RoundingMode.UNNECESSARY);
    }

    private static String text(Row row, Field field) {
        return row.getString(Claims.TABLE.index(field));
    }

    private static BigDecimal decimal(Row row, Field field) {
        var stripped = row.getDecimal(Claims.TABLE.index(field)).stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }
}
