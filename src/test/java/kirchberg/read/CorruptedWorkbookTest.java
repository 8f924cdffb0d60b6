package kirchberg.read;

import static kirchberg.domain.source.SourceFormat.EIB_EXPORT_XLSX;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.regex.Pattern;
import kirchberg.domain.Stop;
import kirchberg.domain.source.AmountText;
import kirchberg.domain.source.ControlTotals;
import kirchberg.spark.Ledger;
import kirchberg.table.Financings;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A thousand ways to damage a small workbook: nothing is lost, nothing is invented, nothing but a Stop is thrown; and
 * reader and plan agree on every record and every cent.
 */
@Tag("spark")
final class CorruptedWorkbookTest {
    private static final List<String> PARTS = List.of(
            "xl/worksheets/sheet1.xml",
            "xl/worksheets/sheet1.xml",
            "xl/worksheets/sheet1.xml",
            "xl/sharedStrings.xml",
            "xl/sharedStrings.xml",
            "xl/styles.xml",
            "xl/workbook.xml",
            "xl/_rels/workbook.xml.rels");

    /** Words of the format, each to be put in the place of another of the same line. */
    private static final List<List<String>> WORDS = List.of(
            List.of(
                    "t=\"s\"",
                    "t=\"e\"",
                    "t=\"n\"",
                    "t=\"str\"",
                    "t=\"b\"",
                    "t=\"d\"",
                    "t=\"inlineStr\"",
                    "t=\"x\"",
                    ""),
            List.of("<v>1</v>", "<v/>", "<v>-1</v>", "<v>1E9</v>", "<v>99999999999</v>", "<v>1.5</v>", "<f>A1</f>"),
            List.of("s=\"1\"", "s=\"0\"", "s=\"2\"", "s=\"-1\"", "s=\"999999999999\""),
            List.of(",000", "_x0000_", "_xD800_", ".000", ",00", "", "Total", "&#x20AC;", "&amp;", "&x;", "&#0;"),
            List.of(" r=\"3\"", " r=\"B3\"", " r=\"1048577\"", " r=\"\"", " r=\"XFD4\"", ""),
            List.of("<si>", "<si><rPh><t>x</t></rPh>", "<si><t>y</t>", "<!--<si>-->", "<![CDATA[<si>]]>"),
            List.of("</row>", "</row><row/>", "<c/></row>", "<x/></row>", "</row><!DOCTYPE a>"),
            List.of("numFmtId=\"14\"", "numFmtId=\"0\"", "numFmtId=\"x\"", "formatCode=\"d\""),
            List.of("<c t=", "<c r=\"C7\" t=", "<c><v>x</v></c><c t=", "<d/><c t=", "<c t=\"e\"/><c t="),
            List.of("<c s=", "<c t=\"e\" s=", "<c t=\"s\" s=", "<c t=\"b\" s=", "<c r=\"Z0\" s="),
            List.of("state=\"\"", "state=\"hidden\"", "date1904=\"1\""));

    private enum Outcome {
        REFUSED,
        READ_WITH_REJECTS,
        READ
    }

    private final Ledger ledger = new Ledger();

    @Test
    void records_and_money_add_up_whatever_happens_to_bytes_and_parts(@TempDir Path folder) throws IOException {
        var seed = Long.getLong("seed", 20_251_204L);
        var outcomes = new EnumMap<Outcome, Integer>(Outcome.class);
        for (var round = 0; round < 1_000; round++) {
            var random = new Random(seed + round);
            var path = folder.resolve("round" + round + ".xlsx");
            var workbook = workbook(random);
            Files.write(path, round % 5 == 0 ? damaged(workbook.bytes(), random) : damaged(workbook, random));
            outcomes.merge(outcome(path, "seed " + (seed + round)), 1, Integer::sum);
        }
        assertThat(outcomes).containsOnlyKeys(Outcome.values());
        assertThat(outcomes.values()).as(outcomes.toString()).allMatch(count -> count > 100);
        ledger.assertCleaningAgrees();
    }

    private Outcome outcome(Path path, String seed) {
        try {
            var received = Received.from(SourceFolders.part(EIB_EXPORT_XLSX, path));
            assertAddsUp(received.totals(), received.rows(), seed);
            ledger.enter(seed, received.totals(), received.rows());
            return received.reasons().isEmpty() ? Outcome.READ : Outcome.READ_WITH_REJECTS;
        } catch (Stop stop) {
            assertThat(stop).as(seed).hasMessageMatching("(?s)[A-Z_]+: Cannot .*");
            return Outcome.REFUSED;
        } catch (RuntimeException e) {
            throw new AssertionError(seed, e);
        }
    }

    private static void assertAddsUp(ControlTotals totals, List<Row> rows, String seed) {
        var readable = BigDecimal.ZERO;
        var unreadable = 0L;
        for (var row : rows) {
            var amount = Received.value(row, Financings.REASON) != null
                    ? Optional.<BigDecimal>empty()
                    : AmountText.read(EIB_EXPORT_XLSX, Received.value(row, Financings.AMOUNT_EUR));
            readable = readable.add(amount.orElse(BigDecimal.ZERO));
            unreadable += amount.isPresent() ? 0 : 1;
        }
        assertThat(totals.records()).as(seed).isEqualTo(rows.size() + totals.controlRows());
        assertThat(totals.readableEur()).as(seed).isEqualByComparingTo(readable);
        assertThat(totals.unreadableAmounts()).as(seed).isEqualTo(unreadable);
        var cells = rows.stream()
                .map(r -> Received.value(r, Financings.CELL_REFERENCE))
                .distinct();
        assertThat(cells).as(seed).hasSize(rows.size());
    }

    private static WorkbookFile workbook(Random random) {
        var rows = new StringBuilder();
        var items = new StringBuilder("<si><t>European Union</t></si><si><t>Italy</t></si>");
        var size = 3 + random.nextInt(10);
        for (var number = 0; number < size; number++) {
            items.append("<si><r><t>\u20AC" + (1 + random.nextInt(900)) + "</t></r><r><t>,000</t></r></si>");
            rows.append("<row r=\"" + (number + 2) + "\">" + WorkbookFile.text("MILL " + number)
                    + "<c t=\"s\"><v>0</v></c><c t=\"s\"><v>1</v></c>" + WorkbookFile.text("Water, sewerage")
                    + "<c s=\"1\"><v>" + (40_000 + number) + "</v></c>"
                    + (number % 2 == 0 ? "<c t=\"s\"><v>" + (number + 2) + "</v></c>" : "<c s=\"4\"><v>5000</v></c>")
                    + "</row>");
        }
        rows.append("<row r=\"100\"/><row r=\"101\">" + WorkbookFile.text("Total")
                + "<c r=\"F101\"><f>SUM(F2:F99)</f><v>9</v></c></row>");
        return WorkbookFile.of(WorkbookFile.HEADER, rows.toString())
                .sharing(items.toString())
                .sheets("<workbookPr/>", "Loans:")
                .sharing(items.toString());
    }

    private static byte[] damaged(WorkbookFile workbook, Random random) {
        var times = 1 + random.nextInt(3);
        for (var time = 0; time < times; time++) {
            var part = PARTS.get(random.nextInt(PARTS.size()));
            var xml = workbook.parts().getOrDefault(part, "");
            workbook.with(part, random.nextInt(8) == 0 ? letters(xml, random) : words(xml, random));
        }
        return workbook.bytes();
    }

    /** Puts another word of the format in the place of one that stands there, anywhere in the part. */
    private static String words(String xml, Random random) {
        var line = WORDS.get(random.nextInt(WORDS.size()));
        var word = line.get(0);
        var places = xml.split(Pattern.quote(word), -1).length - 1;
        if (places == 0) {
            return xml;
        }
        var place = -1;
        for (var skip = random.nextInt(places); skip >= 0; skip--) {
            place = xml.indexOf(word, place + 1);
        }
        return xml.substring(0, place)
                + line.get(1 + random.nextInt(line.size() - 1))
                + xml.substring(place + word.length());
    }

    private static String letters(String xml, Random random) {
        var place = random.nextInt(Math.max(1, xml.length()));
        return switch (random.nextInt(3)) {
            case 0 -> xml.substring(0, place) + xml.substring(Math.min(xml.length(), place + 1 + random.nextInt(30)));
            case 1 -> xml.substring(0, place) + (char) (32 + random.nextInt(500)) + xml.substring(place);
            default -> xml.substring(0, place) + xml.substring(Math.max(0, place - 40));
        };
    }

    private static byte[] damaged(byte[] bytes, Random random) {
        var place = random.nextInt(bytes.length);
        var result = Arrays.copyOf(bytes, random.nextInt(4) == 0 ? place : bytes.length);
        for (var time = 0; time <= random.nextInt(3) && result.length > 0; time++) {
            result[random.nextInt(result.length)] = (byte) random.nextInt(256);
        }
        return random.nextBoolean() ? result : spliced(bytes, place, random);
    }

    private static byte[] spliced(byte[] bytes, int place, Random random) {
        var text = new String(bytes, StandardCharsets.ISO_8859_1);
        var from = Math.max(0, place - random.nextInt(60));
        return (text.substring(0, place) + text.substring(from)).getBytes(StandardCharsets.ISO_8859_1);
    }
}
