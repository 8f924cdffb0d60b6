package kirchberg.read;

import java.time.LocalDate;
import kirchberg.domain.source.DateText;
import kirchberg.domain.source.Source;
import kirchberg.domain.source.Survey;
import kirchberg.table.Financings;
import org.apache.spark.sql.Row;
import org.jspecify.annotations.Nullable;

/** Looks through a source for the days that it holds. */
final class Surveying {
    private static final int SIGNED_ON = Financings.RAW.names().indexOf(Financings.SIGNED_ON.name());

    private final Source source;
    private @Nullable LocalDate from;
    private @Nullable LocalDate to;
    private long late;

    private Surveying(Source source) {
        this.source = source;
    }

    static Survey of(Source source) {
        var surveying = new Surveying(source);
        var totals = Records.read(source, surveying::accept);
        return new Survey(totals, surveying.from, surveying.to, surveying.late);
    }

    private void accept(Row row) {
        DateText.read(source.format(), row.getString(SIGNED_ON)).ifPresent(this::accept);
    }

    /** A day that no signature can have says nothing about what a source covers. */
    private void accept(LocalDate day) {
        if (day.isAfter(source.accessed().plusDays(1))) {
            late++;
        } else if (!day.isBefore(DateText.EARLIEST)) {
            widen(day);
        }
    }

    private void widen(LocalDate day) {
        from = from == null || day.isBefore(from) ? day : from;
        to = to == null || day.isAfter(to) ? day : to;
    }
}
