package kirchberg.read.iati;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** One finance contract: an element that is read from begin to end, and what it says. */
final class Activity {
    /** The publisher's own list of sectors, here NACE Rev. 2 with zeros behind. */
    private static final String NACE = "99";

    /** What the standard takes for the list of a sector that names none. */
    private static final String USUAL_SECTORS = "1";

    /** Publisher, operation, contract: the publisher's own id has hyphens too (XM-DAC-918-3-20010242-84835). */
    private static final Pattern IDENTIFIER = Pattern.compile(".+-(?<operation>[0-9]{8})-(?<contract>[0-9]+)");

    /**
     * What an identifier says.
     *
     * @param operationId the operation's eight digits; null in an identifier of another form
     * @param contractId the contract's number, or the whole identifier if it is of another form; null if it is empty
     */
    record Identifier(
            @Nullable String operationId, @Nullable String contractId) {}

    private final Markup markup;
    private final Events events;
    private final Tally tally;
    private final @Nullable String currency;
    private final @Nullable String language;
    private final Narratives title;
    private final Narratives description;
    private final List<@Nullable String> identifiers = new ArrayList<>();
    private final List<Share> places = new ArrayList<>();
    private final Map<String, List<Share>> sectors = new LinkedHashMap<>();
    private final List<Transaction> transactions = new ArrayList<>();
    private List<Part> parts = List.of();

    /** Reads the activity that was just begun to its end. */
    Activity(Markup markup, Events events, Tally tally) {
        this.markup = markup;
        this.events = events;
        this.tally = tally;
        currency = markup.attribute("default-currency");
        language = markup.attribute("xml:lang");
        title = new Narratives(language);
        description = new Narratives(language);
    }

    /** Reads what the activity holds. */
    Activity read() {
        for (var child = markup.nextChild(); child != null; child = markup.nextChild()) {
            read(child);
        }
        var lists = sectors.values().iterator();
        var first = lists.hasNext() ? lists.next() : List.<Share>of();
        parts = Part.of(places, sectors.getOrDefault(NACE, first), tally);
        if (transactions.isEmpty()) {
            tally.count("activities without a transaction");
        }
        return this;
    }

    private void read(String child) {
        switch (child) {
            case "iati-identifier" -> identifiers.add(markup.text());
            case "title" -> title.add(markup);
            case "description" -> description.add(markup);
            case "activity-status" -> readStatus();
            case "recipient-country" -> readPlace(false);
            case "recipient-region" -> readPlace(true);
            case "sector" -> readSector();
            case "transaction" -> transactions.add(Transaction.read(markup, events));
            case "reporting-org", "participating-org", "activity-date", "document-link" -> markup.skip();
            default -> markup.skipUnknown(child);
        }
    }

    private void readStatus() {
        var code = markup.attribute("code");
        if (code == null || !code.matches("[1-6]")) {
            tally.count("activities whose status the standard does not know");
        }
        markup.end();
    }

    private void readPlace(boolean region) {
        var code = markup.attribute("code");
        var label = region && code != null ? "IATI region " + code : code;
        places.add(new Share(label, region, markup.attribute("percentage")));
        new Narratives(language).add(markup);
    }

    private void readSector() {
        var vocabulary = markup.attribute("vocabulary");
        var code = markup.attribute("code");
        var percentage = markup.attribute("percentage");
        var narratives = new Narratives(language);
        narratives.add(markup);
        var label = Stream.of(code, narratives.kept()).filter(Objects::nonNull).collect(Collectors.joining(" "));
        sectors.computeIfAbsent(vocabulary == null ? USUAL_SECTORS : vocabulary, v -> new ArrayList<>())
                .add(new Share(label.isEmpty() ? null : label, false, percentage));
    }

    /** Numbers of operation and contract; none if two identifiers are stated. */
    Identifier identifier() {
        var stated = identifiers.size() == 1 ? identifiers.get(0) : null;
        var form = IDENTIFIER.matcher(stated == null ? "" : stated);
        return form.matches()
                ? new Identifier(form.group("operation"), form.group("contract"))
                : new Identifier(null, stated);
    }

    /** The currency of values that name none; null if nobody says. */
    @Nullable
    String currency() {
        return currency;
    }

    @Nullable
    String title() {
        return title.kept();
    }

    @Nullable
    String description() {
        return description.kept();
    }

    /** What its amounts are split into; nothing if that is too much. */
    List<Part> parts() {
        return parts;
    }

    List<Transaction> transactions() {
        return transactions;
    }
}
