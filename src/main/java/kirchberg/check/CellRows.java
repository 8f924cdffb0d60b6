package kirchberg.check;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import kirchberg.domain.Institution;
import kirchberg.domain.Label;
import kirchberg.domain.Membership;
import kirchberg.domain.Stage;
import kirchberg.domain.claim.Claim;
import kirchberg.domain.judgement.Cell;
import kirchberg.table.Claims;
import kirchberg.table.Field;
import kirchberg.table.Financings;
import org.apache.spark.sql.Row;

/** Rows of {@link Cells} to {@link Cell}. */
final class CellRows {
    private CellRows() {}

    /** The cells of rows, and for each label of the claims those that carry nothing of it. */
    static List<Cell> cells(List<Row> rows, List<Claim> claims) {
        var cells = rows.stream().map(CellRows::cell).toList();
        var labels = claims.stream().flatMap(c -> Stream.ofNullable(c.of())).distinct();
        var byLabel = cells.stream().collect(Collectors.groupingBy(c -> Optional.ofNullable(c.label())));
        var whole = byLabel.getOrDefault(Optional.<Label>empty(), List.of());
        return Stream.concat(
                        cells.stream(),
                        labels.flatMap(l -> rest(whole, l, byLabel.getOrDefault(Optional.of(l), List.of()))))
                .toList();
    }

    private static Stream<Cell> rest(List<Cell> whole, Label label, List<Cell> carrying) {
        var byCorner = carrying.stream().collect(Collectors.groupingBy(Cell::corner));
        return whole.stream()
                .map(c -> c.without(label, byCorner.getOrDefault(c.corner(), List.of())))
                .filter(c -> c.rows() > 0);
    }

    private static Cell cell(Row row) {
        return new Cell(
                Institution.valueOf(text(row, Financings.INSTITUTION)),
                Stage.valueOf(text(row, Financings.STAGE)),
                row.getInt(Cells.TABLE.index(Financings.SIGNATURE_YEAR)),
                row.getString(Cells.TABLE.index(Financings.COUNTRY_CODE)),
                text(row, Financings.REGION),
                Membership.valueOf(text(row, Financings.EU_MEMBERSHIP)),
                ClaimRows.label(row.getString(Cells.TABLE.index(Claims.LABEL))),
                decimal(row, Cells.LOW_SHARE),
                decimal(row, Cells.HIGH_SHARE),
                row.getLong(Cells.TABLE.index(Cells.ROWS)),
                decimal(row, Cells.POSITIVE_EUR),
                decimal(row, Cells.NEGATIVE_EUR),
                decimal(row, Cells.JOINT_POSITIVE_EUR),
                decimal(row, Cells.JOINT_NEGATIVE_EUR),
                decimal(row, Cells.UNSHARED_POSITIVE_EUR),
                decimal(row, Cells.UNSHARED_NEGATIVE_EUR),
                decimal(row, Cells.MOBILISED_EUR),
                row.getLong(Cells.TABLE.index(Cells.MOBILISED_UNKNOWN)));
    }

    private static String text(Row row, Field field) {
        return row.getString(Cells.TABLE.index(field));
    }

    private static BigDecimal decimal(Row row, Field field) {
        return row.getDecimal(Cells.TABLE.index(field));
    }
}
