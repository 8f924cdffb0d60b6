package kirchberg.read.iati;

import static kirchberg.domain.source.SourceFormat.IATI_XML;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import kirchberg.domain.Stop;
import kirchberg.domain.source.AmountText;
import kirchberg.spark.Ledger;
import kirchberg.table.Financings;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;

/**
 * A thousand ways to damage a small file of activities: nothing is lost or invented, nothing but a Stop is thrown; and
 * reader and plan agree on every record and every cent.
 */
@Tag("spark")
final class CorruptedActivitiesTest {
    private static final List<String> PIECES = List.of(
            "<",
            ">",
            "&",
            "\"",
            "'",
            "&amp;",
            "&#8364;",
            "&e;",
            "<!-- <transaction> \u20AC -->",
            "<![CDATA[<transaction>]]>",
            "<?x > ?>",
            "<!DOCTYPE a>",
            "<recipient-country code='UG' percentage='10'/>",
            "<iati-identifier/>",
            "<b c='>'/>",
            "</iati-activity><iati-activity>",
            "\r",
            "\r\n",
            "\u00E9\uD83D\uDE00",
            "\0",
            "\uFFFE",
            " ",
            "9",
            "-",
            "x");

    /** Transactions that are well-formed and cannot be used. */
    private static final List<String> UNUSABLE = List.of(
            "<transaction/>",
            "<transaction><transaction-type code='2'/><value>1,5</value></transaction>",
            "<transaction><transaction-type code='3'/><value>1<b/>5</value></transaction>",
            "<transaction><transaction-type code='3'/><value>1</value><value>2</value></transaction>",
            "<transaction\r\n><transaction-type code='3'/><value currency='GBP'>7</value></transaction>");

    private enum Outcome {
        REFUSED,
        READ_WITH_REJECTS,
        READ_WHOLE
    }

    private final Ledger ledger = new Ledger();

    @Test
    void records_and_money_add_up_whatever_happens_to_the_bytes(@TempDir Path folder) throws Exception {
        var seed = Long.getLong("seed", 20_250_516L);
        var outcomes = new EnumMap<Outcome, Integer>(Outcome.class);
        for (var round = 0; round < 1000; round++) {
            var random = new Random(seed + round);
            var bytes = damaged(activities(random).getBytes(StandardCharsets.UTF_8), random);
            outcomes.merge(outcome(folder, bytes, "seed " + (seed + round)), 1, Integer::sum);
        }
        assertThat(outcomes).containsOnlyKeys(Outcome.values());
        assertThat(outcomes.values()).as("%s", outcomes).allMatch(count -> count > 100);
        ledger.assertCleaningAgrees();
    }

    private Outcome outcome(Path folder, byte[] bytes, String seed) throws Exception {
        try {
            var file = ActivityFile.read(folder, bytes);
            assertAddsUp(file, seed);
            assertSameAsAnotherParser(file, seed);
            ledger.enter(seed, file.totals(), file.rows());
            return file.totals().unreadableAmounts() == 0 ? Outcome.READ_WHOLE : Outcome.READ_WITH_REJECTS;
        } catch (Stop stop) {
            assertThat(stop).as(seed).hasMessageMatching("(?s)[A-Z_]+: Cannot .*");
            return Outcome.REFUSED;
        }
    }

    private static void assertAddsUp(ActivityFile file, String seed) {
        var readable = BigDecimal.ZERO;
        var unreadable = 0L;
        for (var row = 0; row < file.rows().size(); row++) {
            var usable = file.values(Financings.REASON).get(row) == null
                    && "EUR".equals(file.values(Financings.CURRENCY).get(row));
            var amount = usable
                    ? AmountText.read(
                            IATI_XML, file.values(Financings.AMOUNT_EUR).get(row))
                    : Optional.<BigDecimal>empty();
            readable = readable.add(amount.orElse(BigDecimal.ZERO));
            unreadable += amount.isPresent() ? 0 : 1;
            assertThat(file.receivedAt(row))
                    .as(seed)
                    .isEqualTo(file.values(Financings.RAW_TEXT).get(row));
        }
        assertThat(file.totals().records())
                .as(seed)
                .isEqualTo(file.rows().size() + file.totals().controlRows());
        assertThat(file.totals().readableEur()).as(seed).isEqualByComparingTo(readable);
        assertThat(file.totals().unreadableAmounts()).as(seed).isEqualTo(unreadable);
        assertThat(file.values(Financings.RECORD_NUMBER)).as(seed).doesNotHaveDuplicates();
    }

    /**
     * As many transactions, and the same sum of all commitments and disbursements in EUR, as a tree of the file has.
     */
    private static void assertSameAsAnotherParser(ActivityFile file, String seed) throws Exception {
        var root = root(file.bytes());
        var transactions = children(root, "iati-activity").stream()
                .flatMap(a -> children(a, "transaction").stream())
                .toList();
        var offsets = file.values(Financings.BYTE_OFFSET).stream().distinct().count();
        assertThat(transactions).as(seed).hasSize((int) (offsets + file.totals().controlRows()));
        for (var raw : Set.copyOf(file.values(Financings.RAW_TEXT))) {
            var received = root(String.valueOf(raw).getBytes(StandardCharsets.UTF_8));
            assertThat(transactions).as(seed).anyMatch(received::isEqualNode);
        }
        var sum = transactions.stream().map(CorruptedActivitiesTest::amount).reduce(BigDecimal.ZERO, BigDecimal::add);
        assertThat(file.totals().readableEur()).as(seed).isEqualByComparingTo(sum);
    }

    private static Element root(byte[] xml) throws Exception {
        return DocumentBuilderFactory.newDefaultInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(xml))
                .getDocumentElement();
    }

    private static BigDecimal amount(Element transaction) {
        var types = children(transaction, "transaction-type");
        var values = children(transaction, "value");
        var sound = types.size() == 1
                && values.size() == 1
                && children(transaction, "transaction-date").size() <= 1
                && List.of("2", "3").contains(types.get(0).getAttribute("code").strip());
        if (!sound || children(values.get(0), "").size() > 0) {
            return BigDecimal.ZERO;
        }
        var stated = values.get(0).getAttribute("currency").strip();
        var usual = ((Element) transaction.getParentNode())
                .getAttribute("default-currency")
                .strip();
        var text = values.get(0).getTextContent().strip();
        return (stated.isEmpty() ? usual : stated).equals("EUR") && text.matches("-?[0-9]{1,16}([.][0-9]{1,2})?")
                ? new BigDecimal(text)
                : BigDecimal.ZERO;
    }

    /** Elements directly inside another, all if the name is empty. */
    private static List<Element> children(Element element, String name) {
        NodeList nodes = element.getChildNodes();
        return IntStream.range(0, nodes.getLength())
                .mapToObj(nodes::item)
                .filter(n -> n.getNodeType() == Node.ELEMENT_NODE)
                .map(Element.class::cast)
                .filter(e -> name.isEmpty() || e.getTagName().equals(name))
                .toList();
    }

    private static String activities(Random random) {
        var text = new StringBuilder(ActivityFile.BEGIN);
        var size = 1 + random.nextInt(4);
        for (var number = 0; number < size; number++) {
            var first = 1 + random.nextInt(99);
            text.append(ActivityFile.activity(
                    "<iati-identifier>XM-DAC-918-3-2001024" + number + "-8483" + number + "</iati-identifier>",
                    "<title><narrative>MILL \u20AC " + number + "</narrative></title>",
                    "<recipient-country code=\"KE\" percentage=\" " + first + ".000000000\"/>",
                    "<recipient-country code=\"UG\" percentage=\"" + (100 - first) + "\"/>",
                    ActivityFile.SECTOR,
                    ActivityFile.transaction("2", "2015-04-29", "EUR", String.valueOf(random.nextInt(1_000_000))),
                    ActivityFile.transaction("3", "2016-04-29", "EUR", "-" + random.nextInt(1_000) + ".5"),
                    ActivityFile.transaction("1", "2014-04-29", "EUR", "12")));
        }
        return text + ActivityFile.END;
    }

    private static byte[] damaged(byte[] file, Random random) {
        var bytes = file;
        var times = 1 + random.nextInt(2);
        for (var time = 0; time < times; time++) {
            bytes = damagedOnce(bytes, place(bytes, random), random);
        }
        return bytes;
    }

    /** Anywhere, or, more often, where a line ends: that leaves more files well-formed. */
    private static int place(byte[] bytes, Random random) {
        var place = random.nextInt(bytes.length);
        while (random.nextInt(200) > 0 && bytes[place] != '\n') {
            place = (place + 1) % bytes.length;
        }
        return place;
    }

    private static byte[] damagedOnce(byte[] bytes, int place, Random random) {
        var result = new ByteArrayOutputStream();
        result.write(bytes, 0, place);
        var rest = place;
        switch (random.nextInt(12)) {
            case 0 -> rest = Math.min(bytes.length, place + 1 + random.nextInt(30));
            case 1 -> result.write(bytes, Math.max(0, place - 40), Math.min(40, place));
            case 2 -> result.write(random.nextInt(256));
            case 3, 4, 5, 6 ->
                result.writeBytes(UNUSABLE.get(random.nextInt(UNUSABLE.size())).getBytes(StandardCharsets.UTF_8));
            default ->
                result.writeBytes(PIECES.get(random.nextInt(PIECES.size())).getBytes(StandardCharsets.UTF_8));
        }
        result.write(bytes, rest, bytes.length - rest);
        return result.toByteArray();
    }
}
