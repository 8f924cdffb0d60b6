package kirchberg.read.iati;

import javax.xml.XMLConstants;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import kirchberg.domain.Stop;
import kirchberg.domain.source.Refusal;
import kirchberg.read.received.Limits;
import kirchberg.read.received.SourceBytes;

/**
 * What a parser finds in an XML file, one after the other, and where: no document type, no entity but the five of XML
 * itself, nothing fetched, nesting and records limited.
 */
final class Events {
    private final String fileName;
    private final XmlText text;
    private final Tags tags;
    private final XMLStreamReader reader;
    private int depth;
    private long begin;
    private long recordBegin;

    /**
     * Opens a file.
     *
     * @throws Stop ENCODING, NOT_THIS_FORMAT or TRUNCATED, here and in {@link #next}; UNSAFE_XML and LIMIT there
     */
    Events(SourceBytes bytes) {
        fileName = bytes.name();
        text = new XmlText(bytes, XmlEncoding.head(bytes));
        tags = new Tags(text);
        try {
            reader = secured().createXMLStreamReader(text);
        } catch (XMLStreamException e) {
            throw malformed(fileName, text, tags);
        }
    }

    /** The parser of the Java platform, whichever others are on the class path. */
    private static XMLInputFactory secured() {
        var factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLConstants.ACCESS_EXTERNAL_DTD, "");
        factory.setXMLResolver((publicId, systemId, base, namespace) -> {
            throw new XMLStreamException("nothing is fetched");
        });
        return factory;
    }

    /** Names, attributes and text of what was found last. */
    XMLStreamReader found() {
        return reader;
    }

    /** How deep the present element lies, 1 for the root; 0 outside it. */
    int depth() {
        return depth;
    }

    /** Finds what comes next: a constant of {@link XMLStreamConstants}. */
    int next() {
        var event = parsed();
        switch (event) {
            case XMLStreamConstants.START_ELEMENT -> {
                depth++;
                begin = tags.begin();
            }
            case XMLStreamConstants.END_ELEMENT -> {
                depth--;
                tags.end();
            }
            case XMLStreamConstants.DTD, XMLStreamConstants.ENTITY_REFERENCE ->
                throw refused(Refusal.UNSAFE_XML, "it has a document type or an entity, expected neither");
            default -> {}
        }
        requireWithinLimits();
        return event;
    }

    /** Says that the element that was just begun is a record, which is limited in length. */
    void beginRecord() {
        recordBegin = begin;
    }

    /** Says that what comes next belongs to no record. */
    void endRecord() {
        recordBegin = tags.behind();
        text.forget(recordBegin);
    }

    /** Keeps the text from the element that was just begun on; the place of its first letter. */
    long keep() {
        text.forget(begin);
        return begin;
    }

    /** Offset in the file of the first byte that is kept. */
    long keptFromByte() {
        return text.keptFromByte();
    }

    /** The received text of an element that was kept and is at its end. */
    String received(long from) {
        return text.between(from, tags.behind());
    }

    /** Refuses the file at the tag that was read last. */
    Stop refused(Refusal refusal, String why) {
        return refused(refusal, why, fileName, text.byteAt(tags.behind()));
    }

    /** The parser may fail in ways of its own on broken input; all of them mean the same. */
    private int parsed() {
        try {
            return reader.next();
        } catch (Stop e) {
            throw e;
        } catch (XMLStreamException | RuntimeException e) {
            throw malformed(fileName, text, tags);
        }
    }

    private void requireWithinLimits() {
        if (tags.behind() - recordBegin > Limits.RECORD) {
            throw text.tooLarge();
        }
        if (depth > Limits.DEPTH) {
            throw refused(Refusal.LIMIT, "an element is nested " + depth + " deep, expected at most " + Limits.DEPTH);
        }
    }

    private static Stop malformed(String name, XmlText text, Tags tags) {
        var offset = text.byteAt(tags.behind());
        return text.endsWithout("</iati-activities>")
                ? refused(Refusal.TRUNCATED, "it ends too early, expected </iati-activities> at its end", name, offset)
                : refused(Refusal.NOT_THIS_FORMAT, "it is not well-formed, expected XML", name, offset);
    }

    private static Stop refused(Refusal refusal, String why, String name, long offset) {
        return Stop.refused(
                refusal,
                "Cannot read " + name + " behind byte offset " + offset + ": " + why,
                "fetch the activity file again from its publisher, or look at that place if it is the same");
    }
}
