package kirchberg.read.xlsx;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import kirchberg.domain.Stop;
import kirchberg.read.received.Limits;
import org.jspecify.annotations.Nullable;

/**
 * A part of a workbook as a stream of elements: UTF-8, without document type, of bounded depth. Names count only in the
 * namespace of the root; an element of another has an empty name. The JDK's own parser is asked for by name, so that no
 * other on the class path is taken.
 */
final class PartXml implements AutoCloseable {
    /** Namespaces of workbooks and of relations between parts, ECMA-376, transitional and strict. */
    private static final Set<String> NAMESPACES = Set.of(
            "http://schemas.openxmlformats.org/spreadsheetml/2006/main",
            "http://purl.oclc.org/ooxml/spreadsheetml/main",
            "http://schemas.openxmlformats.org/package/2006/relationships");

    private final String name;
    private final BoundedMarkup letters;
    private final XMLStreamReader reader;
    private String namespace = "";
    private int depth;

    /**
     * Begins at the root of a part.
     *
     * @param name for messages
     */
    PartXml(InputStream bytes, String name) {
        this.name = name;
        this.letters = new BoundedMarkup(new InputStreamReader(bytes, StandardCharsets.UTF_8.newDecoder()), name);
        try {
            this.reader = factory().createXMLStreamReader(letters);
        } catch (XMLStreamException e) {
            throw broken(e);
        }
        begin();
    }

    private static XMLInputFactory factory() {
        var factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, false);
        // the parser counts &amp; and its like as entities, which an honest list may have by the million
        factory.setProperty("jdk.xml.totalEntitySizeLimit", "0");
        return factory;
    }

    private void begin() {
        var encoding = reader.getCharacterEncodingScheme();
        if (encoding != null && !encoding.equalsIgnoreCase("UTF-8")) {
            throw Refusals.encoding(name);
        }
        var event = next();
        while (event != XMLStreamConstants.START_ELEMENT && event != XMLStreamConstants.END_DOCUMENT) {
            event = next();
        }
        var root = reader.getNamespaceURI();
        if (root == null || !NAMESPACES.contains(root)) {
            throw Refusals.notAWorkbook(name, "the namespace is not that of a workbook, got \"" + root + "\"");
        }
        namespace = root;
    }

    /** How deep the current element lies: 1 for the root. */
    int depth() {
        return depth;
    }

    /**
     * Goes to the next child of the element that lies so deep, past all that is left of the child before; false at its
     * end.
     */
    boolean nextChild(int parent) {
        while (true) {
            var event = next();
            if (event == XMLStreamConstants.START_ELEMENT && depth == parent + 1) {
                return true;
            }
            if (depth < parent || event == XMLStreamConstants.END_DOCUMENT) {
                return false;
            }
        }
    }

    /** Reads to the end of the part, so that a broken rest does not pass unseen. */
    void finish() {
        while (depth > 0) {
            next();
        }
        for (var event = next(); event != XMLStreamConstants.END_DOCUMENT; ) {
            event = next();
        }
    }

    /** Name of the current element; empty if it is of another namespace than the root. */
    String element() {
        return namespace.equals(reader.getNamespaceURI()) ? reader.getLocalName() : "";
    }

    /** Value of an attribute of the current element. */
    @Nullable
    String attribute(String local) {
        return attribute(local, true);
    }

    /** Value of the attribute that names a relation, whatever the edition of its namespace. */
    @Nullable
    String relation() {
        return attribute("id", false);
    }

    private @Nullable String attribute(String local, boolean isPlain) {
        for (var index = 0; index < reader.getAttributeCount(); index++) {
            var other = reader.getAttributeNamespace(index);
            if (reader.getAttributeLocalName(index).equals(local) && (other == null || other.isEmpty()) == isPlain) {
                return reader.getAttributeValue(index);
            }
        }
        return null;
    }

    /** Adds the letters of the current element, those of its children left out, up to one more than a cell may have. */
    void text(StringBuilder into) {
        var own = depth;
        while (depth >= own) {
            var event = next();
            if (depth == own && isText(event)) {
                var most = Math.min(reader.getTextLength(), Limits.CELL + 1 - into.length());
                into.append(reader.getTextCharacters(), reader.getTextStart(), Math.max(0, most));
            }
        }
    }

    /** A refusal that names the part. */
    Stop refused(String why) {
        return Refusals.notAWorkbook(name, why);
    }

    /** A refusal that names the part and the most that it may have. */
    Stop tooMany(String what, long most) {
        return Refusals.limit(name, what, most);
    }

    @Override
    public void close() {
        try {
            reader.close();
            letters.close();
        } catch (XMLStreamException | IOException e) {
            throw refused("it cannot be closed: " + e.getMessage());
        }
    }

    private static boolean isText(int event) {
        return event == XMLStreamConstants.CHARACTERS
                || event == XMLStreamConstants.CDATA
                || event == XMLStreamConstants.SPACE;
    }

    private int next() {
        try {
            var event = reader.hasNext() ? reader.next() : XMLStreamConstants.END_DOCUMENT;
            switch (event) {
                case XMLStreamConstants.START_ELEMENT -> enter();
                case XMLStreamConstants.END_ELEMENT -> depth--;
                case XMLStreamConstants.DTD, XMLStreamConstants.ENTITY_REFERENCE -> throw Refusals.unsafeXml(name);
                default -> {}
            }
            return event;
        } catch (XMLStreamException e) {
            throw broken(e);
        }
    }

    private void enter() {
        depth++;
        if (depth > Limits.DEPTH) {
            throw Refusals.limit(name, "elements nested deeper than that", Limits.DEPTH);
        }
    }

    private Stop broken(XMLStreamException cause) {
        if (cause.getNestedException() instanceof CharacterCodingException) {
            return Refusals.encoding(name);
        }
        var location = cause.getLocation();
        var where = location == null
                ? ""
                : " in line " + location.getLineNumber() + ", column " + location.getColumnNumber();
        return letters.isAtEnd()
                ? Refusals.truncated(name, "the XML ends before it is complete" + where)
                : Refusals.notAWorkbook(name, "the XML is not well-formed" + where);
    }
}
