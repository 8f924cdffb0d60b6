package kirchberg.read.json;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import kirchberg.domain.Institution;
import kirchberg.domain.Stage;
import kirchberg.domain.Stop;
import kirchberg.domain.source.Refusal;
import kirchberg.domain.source.RejectReason;
import kirchberg.read.json.Item.Kind;
import kirchberg.read.received.Line;
import kirchberg.table.Field;
import kirchberg.table.Financings;
import org.jspecify.annotations.Nullable;

/**
 * The loans list: an item is a signed amount of one country and one sector, a part of the operation whose number it
 * carries. Equal items are separate signatures, and all stay.
 */
final class Loans implements ListKind {
    private static final List<Field> FIELDS = List.of(
            Financings.OPERATION_ID,
            Financings.OPERATION_NAME,
            Financings.DESCRIPTION,
            Financings.COUNTRY_LABEL,
            Financings.REGION_LABEL,
            Financings.SECTOR_LABEL,
            Financings.AMOUNT_EUR,
            Financings.CURRENCY,
            Financings.SIGNED_ON,
            Financings.REASON,
            Financings.INSTITUTION,
            Financings.STAGE);

    private static final String EURO_SIGN = "\u20AC";

    /** The euro sign's three bytes read as windows-1252, and the sign that stands for a lost letter. */
    private static final Pattern BROKEN_EURO = Pattern.compile("\u00E2\u201A\u00AC|\uFFFD");

    private static final Pattern WHOLE_NUMBER = Pattern.compile("-?[0-9]{1,15}");

    /** Where the bank sits: which midnight its milliseconds mean is not documented, this one or that of UTC. */
    private static final List<ZoneId> ZONES = List.of(ZoneId.of("Europe/Luxembourg"), ZoneOffset.UTC);

    /** Seconds of any date up to the year 2286, taken for milliseconds, lie this near to 1 January 1970. */
    private static final long SECONDS = 10_000_000_000L;

    private final Institution institution;

    Loans(Institution institution) {
        this.institution = institution;
    }

    @Override
    public String name() {
        return "the loans list";
    }

    @Override
    public List<Field> fields() {
        return FIELDS;
    }

    @Override
    public void requireOwn(String file, Line line, Item item) {
        var amount = item.information(0).text();
        if (BROKEN_EURO.matcher(amount).find()) {
            throw Stop.refused(
                    Refusal.ENCODING,
                    "Cannot read " + file + ": the euro sign is broken in record " + line.number() + " "
                            + line.position().text() + ", got \"" + amount + "\", expected \"\u20AC\"",
                    "save the page again as it is received; a program in between took UTF-8 for another encoding");
        }
        if (item.isOperation()) {
            throw Stop.refused(
                    Refusal.NOT_THIS_FORMAT,
                    "Cannot read " + file + ": this is the projects list, got a status and two numbers in record "
                            + line.number() + " " + line.position().text() + ", expected " + name(),
                    "put a page of the loans list in its place, or say format: eib-projects-json in source.yaml");
        }
    }

    @Override
    public boolean isShaped(Item item) {
        return item.information(0).isNullOr(Kind.TEXT) && item.information(1).isNullOr(Kind.NUMBER);
    }

    @Override
    public List<@Nullable String> values(Item item) {
        var amount = item.information(0).clean();
        var milliseconds = milliseconds(item);
        return Arrays.asList(
                item.value(Item.ID).clean(),
                item.value(Item.TITLE).clean(),
                item.value(Item.DESCRIPTION).clean(),
                item.label("countries"),
                item.label("regions"),
                item.label("sectors"),
                amount,
                amount != null && amount.contains(EURO_SIGN) ? "EUR" : null,
                milliseconds == null ? null : Objects.requireNonNullElse(day(milliseconds), milliseconds),
                reason(item, milliseconds),
                institution.name(),
                Stage.SIGNED.name());
    }

    private static @Nullable String milliseconds(Item item) {
        var start = item.value(Item.START).clean();
        return start == null ? item.information(1).clean() : start;
    }

    private static @Nullable String reason(Item item, @Nullable String milliseconds) {
        var start = item.value(Item.START).clean();
        var signed = item.information(1).clean();
        if (start != null && signed != null && !start.equals(signed)) {
            return RejectReason.DATE_CONFLICT.name();
        }
        var isSeconds = milliseconds != null
                && WHOLE_NUMBER.matcher(milliseconds).matches()
                && Math.abs(Long.parseLong(milliseconds)) < SECONDS
                && day(milliseconds) == null;
        return isSeconds ? RejectReason.DATE_OUT_OF_RANGE.name() : null;
    }

    /** The day that begins at that instant, in Luxembourg or else in UTC; null if none does. */
    private static @Nullable String day(String milliseconds) {
        if (!WHOLE_NUMBER.matcher(milliseconds).matches()) {
            return null;
        }
        var instant = Instant.ofEpochMilli(Long.parseLong(milliseconds));
        return ZONES.stream()
                .map(instant::atZone)
                .flatMap(t -> t.toLocalTime().equals(LocalTime.MIDNIGHT) ? Stream.of(t.toLocalDate()) : Stream.empty())
                .findFirst()
                .map(LocalDate::toString)
                .orElse(null);
    }
}
