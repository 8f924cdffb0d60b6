package kirchberg.check;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import kirchberg.domain.Quotient;
import kirchberg.domain.finding.BreakEven;
import kirchberg.domain.finding.Finding;
import kirchberg.domain.finding.Outlook;
import kirchberg.domain.finding.Strictness;
import kirchberg.domain.finding.Verdict;
import kirchberg.table.Findings;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.jspecify.annotations.Nullable;

/** Findings to rows of {@link Findings#TABLE}. */
final class FindingRows {

    private FindingRows() {}

    static Stream<Row> rows(Finding finding) {
        return Stream.concat(
                Stream.of(row(finding, 0)),
                finding.years().stream().map(y -> row(y, y.claim().period().from())));
    }

    private static Row row(Finding f, int year) {
        var verdicts = Arrays.<@Nullable Object>asList(
                f.claim().id(),
                year,
                f.verdict().name(),
                reading(f, Strictness.STRICT),
                reading(f, Strictness.LENIENT),
                said(f, Strictness.STRICT),
                said(f, Strictness.CONVENTIONAL),
                said(f, Strictness.LENIENT));
        var words = Arrays.<@Nullable Object>asList(f.why(), f.settles());
        return RowFactory.create(Stream.of(verdicts, evidence(f), words, outlook(f.outlook()))
                .flatMap(List::stream)
                .toArray());
    }

    private static List<@Nullable Object> evidence(Finding f) {
        var unit = f.claim().figure().unit().name().toLowerCase(Locale.ROOT);
        var evidence = f.evidence();
        if (evidence == null) {
            return Arrays.asList(null, null, unit, null, null, null, null, false);
        }
        return Arrays.asList(
                evidence.possible().low().plain(),
                plain(evidence.possible().high()),
                unit,
                cents(evidence.knownEur()),
                cents(evidence.unknownEur()),
                evidence.rowsUsed(),
                evidence.rowsLeftOut(),
                evidence.covered());
    }

    private static List<@Nullable Object> outlook(Outlook outlook) {
        var settling = outlook.settling();
        return settling == null
                ? Arrays.asList(breakEven(outlook.breakEven()), null, null, null, null)
                : Arrays.asList(
                        breakEven(outlook.breakEven()),
                        settling.rows(),
                        cents(settling.eur()),
                        settling.best(),
                        settling.any());
    }

    private static @Nullable String breakEven(@Nullable BreakEven breakEven) {
        if (breakEven == null) {
            return null;
        }
        var part = breakEven.part();
        return part == null ? Findings.NOWHERE : part.text();
    }

    private static String reading(Finding finding, Strictness strictness) {
        return finding.readings().getOrDefault(strictness, Verdict.OUT_OF_REACH).name();
    }

    private static @Nullable String said(Finding finding, Strictness strictness) {
        var said = finding.said().get(strictness);
        return said == null ? null : said.text();
    }

    private static @Nullable String plain(@Nullable Quotient value) {
        return value == null ? null : value.plain();
    }

    private static BigDecimal cents(BigDecimal amount) {
        return amount.setScale(2, RoundingMode.UNNECESSARY);
    }
}
