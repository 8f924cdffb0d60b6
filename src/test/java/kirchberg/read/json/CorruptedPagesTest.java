package kirchberg.read.json;

import static kirchberg.read.json.SavedPages.LOAN;
import static kirchberg.read.json.SavedPages.OPERATION;
import static kirchberg.read.json.SavedPages.page;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.regex.Pattern;
import kirchberg.clean.Cleaning;
import kirchberg.domain.Stop;
import kirchberg.domain.source.AmountText;
import kirchberg.domain.source.SourceFormat;
import kirchberg.spark.Ledger;
import kirchberg.table.Financings;
import kirchberg.table.ListedOperations;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A thousand ways to damage two small pages of each list: nothing is lost, nothing is invented, nothing but a Stop is
 * thrown; and reader and plan agree on every record and every cent.
 */
@Tag("spark")
final class CorruptedPagesTest {
    private static final int ROUNDS = 1000;

    private static final List<String> PIECES = List.of(
            "\"",
            "{",
            "}",
            "[",
            "]",
            ",",
            ":",
            "\\",
            "\n",
            "\0",
            "\u20AC",
            "-",
            ".",
            "9",
            "e",
            " ",
            "null",
            "NaN",
            "{},",
            "\"id\": 1,",
            "\uFFFD",
            "\u00E2\u201A\u00AC",
            "\\u0000",
            "\\ud800",
            "\u202E",
            "\uFEFF",
            "}]}",
            "/*");

    private static final List<String> VALUES = List.of(
            "null",
            "true",
            "0",
            "-1",
            "1.5",
            "1.234",
            "1E7",
            "1E16",
            "1e999999999",
            "\"\"",
            "\"Italy\"",
            "\"-5\"",
            "\"€5\"",
            "\"€1.234\"",
            "\"$5\"",
            "\"31/02/2024\"",
            "\"01/01/1950\"",
            "{}",
            "[]",
            "[1]",
            "{\"a\": 1}",
            "\"\\u0000\"",
            "1722297600",
            "-175046400000",
            "1722301200000",
            "99999999999999999999",
            "\"20240002\"",
            "20240003");

    /** A string or number that is a value. */
    private static final Pattern VALUE =
            Pattern.compile("(?<=[\\[,:] )(\"[^\"\\\\]*\"|-?[0-9.]+|null|true)(?=[,}\\]])");

    private enum Outcome {
        REFUSED,
        READ_WITH_REJECTS,
        READ_LIKE_ANOTHER_PARSER
    }

    @TempDir
    private Path folder;

    private final Map<Outcome, Integer> outcomes = new EnumMap<>(Outcome.class);
    private final Ledger ledger = new Ledger();
    private int overlaps;

    @Test
    void a_thousand_damaged_pages_of_the_loans_list_add_up() throws IOException {
        for (var round = 0; round < ROUNDS; round++) {
            tryRound(SavedPages.loans(folder), LOAN, round);
        }
        assertSpread();
        ledger.assertCleaningAgrees();
    }

    @Test
    void a_thousand_damaged_pages_of_the_projects_list_add_up() throws IOException {
        for (var round = 0; round < ROUNDS; round++) {
            tryRound(SavedPages.projects(folder), OPERATION, round);
        }
        assertSpread();
        assertThat(overlaps).isGreaterThan(50);
        ledger.assertCleaningAgrees(raw -> Cleaning.listedOperations(raw)
                .select(Financings.SOURCE_FILE.col(), ListedOperations.SIGNED_AMOUNT_EUR.col()));
    }

    private void assertSpread() {
        assertThat(outcomes).containsOnlyKeys(Outcome.values());
        assertThat(outcomes.values()).as(outcomes.toString()).allMatch(count -> count > 100);
    }

    private void tryRound(SavedPages pages, String item, int round) throws IOException {
        var seed = Long.getLong("seed", 20_251_204L) + round;
        var random = new Random(seed);
        var first = damaged(page(0, 3, item, item.replace("0001", "0002")), random);
        var second = page(1, 3, random.nextInt(3) == 0 ? item : item.replace("0001", "0003"));
        pages.with(round + "-page-0000.json", first).with(round + "-page-0001.json", second);
        outcomes.merge(outcome(pages, first, second, "seed " + seed), 1, Integer::sum);
    }

    private Outcome outcome(SavedPages pages, byte[] first, String second, String seed) throws IOException {
        try {
            var received = pages.read();
            assertAddsUp(pages.source().format(), received, seed);
            var mapper = new ObjectMapper();
            var items = mapper.readTree(new String(first, StandardCharsets.UTF_8).replaceFirst("^\uFEFF", ""))
                            .get("data")
                            .size()
                    + mapper.readTree(second).get("data").size();
            assertThat(received.totals().records()).as(seed).isEqualTo(items);
            ledger.enter(seed, received.totals(), received.rows());
            overlaps += received.totals().controlRows() > 0 ? 1 : 0;
            return received.totals().unreadableAmounts() > 0
                            || !received.all(Financings.REASON).matches("(null[|]?)*")
                    ? Outcome.READ_WITH_REJECTS
                    : Outcome.READ_LIKE_ANOTHER_PARSER;
        } catch (Stop stop) {
            assertThat(stop).as(seed).hasMessageMatching("(?s)[A-Z_]+: Cannot .*");
            return Outcome.REFUSED;
        }
    }

    private static void assertAddsUp(SourceFormat format, SavedPages.Received received, String seed) {
        var readable = BigDecimal.ZERO;
        var unreadable = 0L;
        var places = new ArrayList<String>();
        for (var row = 0; row < received.rows().size(); row++) {
            var reason = String.valueOf(received.value(row, Financings.REASON));
            var isRead = !reason.matches("BAD_SHAPE|BAD_TEXT|TOO_LARGE")
                    && "EUR".equals(received.value(row, Financings.CURRENCY));
            var amount = isRead
                    ? AmountText.read(format, received.value(row, Financings.AMOUNT_EUR))
                    : Optional.<BigDecimal>empty();
            readable = readable.add(amount.orElse(BigDecimal.ZERO));
            unreadable += amount.isPresent() ? 0 : 1;
            places.add(received.value(row, Financings.SOURCE_FILE) + received.value(row, Financings.BYTE_OFFSET));
        }
        var totals = received.totals();
        assertThat(totals.records()).as(seed).isEqualTo(received.rows().size() + totals.controlRows());
        assertThat(totals.readableEur()).as(seed).isEqualByComparingTo(readable);
        assertThat(totals.unreadableAmounts()).as(seed).isEqualTo(unreadable);
        assertThat(places).as(seed).doesNotHaveDuplicates();
    }

    private static byte[] damaged(String page, Random random) {
        var text = page;
        var times = 1 + random.nextInt(3);
        for (var time = 0; time < times; time++) {
            text = otherValue(text, random);
        }
        var bytes = text.getBytes(StandardCharsets.UTF_8);
        return random.nextInt(3) > 0 ? bytes : damagedOnce(bytes, random.nextInt(bytes.length), random);
    }

    private static String otherValue(String text, Random random) {
        var values = VALUE.matcher(text).results().toList();
        var value = values.get(random.nextInt(values.size()));
        return text.substring(0, value.start())
                + VALUES.get(random.nextInt(VALUES.size()))
                + text.substring(value.end());
    }

    private static byte[] damagedOnce(byte[] bytes, int place, Random random) {
        var result = new ByteArrayOutputStream();
        result.write(bytes, 0, place);
        var rest = place;
        switch (random.nextInt(5)) {
            case 0 -> rest = Math.min(bytes.length, place + 1 + random.nextInt(30));
            case 1 -> result.write(bytes, Math.max(0, place - 40), Math.min(40, place));
            case 2 -> result.write(random.nextInt(256));
            default ->
                result.writeBytes(PIECES.get(random.nextInt(PIECES.size())).getBytes(StandardCharsets.UTF_8));
        }
        result.write(bytes, rest, bytes.length - rest);
        return result.toByteArray();
    }
}
