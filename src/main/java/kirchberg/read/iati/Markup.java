package kirchberg.read.iati;

import java.util.Map;
import java.util.Set;
import javax.xml.stream.XMLStreamConstants;
import kirchberg.domain.source.Refusal;
import kirchberg.read.received.Limits;
import kirchberg.read.received.Text;
import org.jspecify.annotations.Nullable;

/**
 * Elements of the standard, which are in no namespace. Whoever is given a child takes it whole: by its children, its
 * {@link #text}, {@link #skip} or {@link #skipUnknown}.
 */
final class Markup {
    /** Elements that are read, and all their attributes that are read or known to say nothing for our purpose. */
    private static final Map<String, Set<String>> KNOWN = Map.ofEntries(
            Map.entry("iati-activities", Set.of("version", "generated-datetime", "linked-data-default")),
            Map.entry(
                    "iati-activity",
                    Set.of("default-currency", "xml:lang", "last-updated-datetime", "hierarchy", "humanitarian")),
            Map.entry("iati-identifier", Set.of()),
            Map.entry("title", Set.of()),
            Map.entry("description", Set.of("type")),
            Map.entry("narrative", Set.of("xml:lang")),
            Map.entry("activity-status", Set.of("code")),
            Map.entry("recipient-country", Set.of("code", "percentage")),
            Map.entry("recipient-region", Set.of("code", "percentage", "vocabulary", "vocabulary-uri")),
            Map.entry("sector", Set.of("code", "percentage", "vocabulary", "vocabulary-uri")),
            Map.entry("transaction", Set.of("ref", "humanitarian")),
            Map.entry("transaction-type", Set.of("code")),
            Map.entry("transaction-date", Set.of("iso-date")),
            Map.entry("value", Set.of("currency", "value-date")));

    /** The sign of Unicode for an object in a text. */
    private static final String ELEMENT_WITHIN = "\uFFFC";

    private final Events events;
    private final Tally tally;

    Markup(Events events, Tally tally) {
        this.events = events;
        this.tally = tally;
    }

    /**
     * Goes to the next element inside the present one.
     *
     * @return its name; null if there is none, and the present one is at its end
     * @throws kirchberg.domain.Stop NOT_THIS_FORMAT if an element that would be read is in a namespace
     */
    @Nullable
    String nextChild() {
        while (true) {
            var event = events.next();
            if (event == XMLStreamConstants.START_ELEMENT) {
                return begun();
            }
            if (event == XMLStreamConstants.END_ELEMENT || event == XMLStreamConstants.END_DOCUMENT) {
                return null;
            }
        }
    }

    private String begun() {
        var name = events.found().getLocalName();
        var namespace = events.found().getNamespaceURI();
        var known = KNOWN.get(name);
        if (namespace != null && !namespace.isEmpty()) {
            if (known != null) {
                throw events.refused(
                        Refusal.NOT_THIS_FORMAT, "<" + name + "> is in a namespace, expected version 2 of IATI");
            }
            return namespace + ":" + name;
        }
        if (known != null) {
            countUnknownAttributes(name, known);
        }
        return name;
    }

    private void countUnknownAttributes(String element, Set<String> known) {
        for (var index = 0; index < events.found().getAttributeCount(); index++) {
            if (!known.contains(attributeName(index))) {
                tally.unknown(element + "/@" + attributeName(index));
            }
        }
    }

    private String attributeName(int index) {
        var prefix = events.found().getAttributePrefix(index);
        var name = events.found().getAttributeLocalName(index);
        return prefix == null || prefix.isEmpty() ? name : prefix + ":" + name;
    }

    /** Value of an attribute of the element that was just begun, as clean text; null if it is missing or empty. */
    @Nullable
    String attribute(String name) {
        for (var index = 0; index < events.found().getAttributeCount(); index++) {
            if (attributeName(index).equals(name)) {
                return stated(events.found().getAttributeValue(index));
            }
        }
        return null;
    }

    /**
     * The present element's own text, taken to its end, with a mark for each element within, so that no amount is read
     * around one; null if there is no text.
     */
    @Nullable
    String text() {
        var gathered = new StringBuilder();
        for (var event = events.next(); event != XMLStreamConstants.END_ELEMENT; event = events.next()) {
            if (event == XMLStreamConstants.START_ELEMENT) {
                skipUnknown(begun());
                gathered.append(ELEMENT_WITHIN);
            } else if (event != XMLStreamConstants.COMMENT && event != XMLStreamConstants.PROCESSING_INSTRUCTION) {
                gathered.append(events.found().getText());
            }
        }
        var text = stated(gathered.toString());
        return text == null || text.replace(ELEMENT_WITHIN, "").isBlank() ? null : text;
    }

    private @Nullable String stated(String received) {
        if (received.length() > Limits.CELL) {
            throw events.refused(
                    Refusal.LIMIT,
                    "a text is too long, got " + received.length() + " letters, expected at most " + Limits.CELL);
        }
        var clean = Text.clean(received);
        return clean.isEmpty() ? null : clean;
    }

    /** Takes the present element to its end. */
    void skip() {
        var outside = events.depth() - 1;
        while (events.depth() > outside) {
            events.next();
        }
    }

    /** Takes an element that nobody knows to its end, and counts it. */
    void skipUnknown(String name) {
        tally.unknown(name);
        skip();
    }

    /** Takes an element that is known by its attributes, or to say nothing for our purpose, to its end. */
    void end() {
        for (var child = nextChild(); child != null; child = nextChild()) {
            skipUnknown(child);
        }
    }
}
