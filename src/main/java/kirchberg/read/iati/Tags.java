package kirchberg.read.iati;

/**
 * The places of the tags of a well-formed text, one after the other, beside a parser that reads the same text: its own
 * count of letters drifts with line ends and references.
 */
final class Tags {
    private final XmlText text;
    private long behind;
    private boolean emptyElement;

    Tags(XmlText text) {
        this.text = text;
    }

    /** The place behind the tag that was read last. */
    long behind() {
        return behind;
    }

    /** Reads the tag that begins the next element; the place of its first letter. */
    long begin() {
        var first = tag();
        behind = endOfTag(first);
        emptyElement = text.at(behind - 2) == '/';
        return first;
    }

    /** Reads the tag that ends the present element, unless its first tag was its last. */
    void end() {
        if (!emptyElement) {
            behind = endOfTag(tag());
        }
        emptyElement = false;
    }

    private long tag() {
        var place = text.next("<", behind);
        while (true) {
            if (text.hasAt("<!--", place)) {
                place = text.next("-->", place + 4);
            } else if (text.hasAt("<![CDATA[", place)) {
                place = text.next("]]>", place);
            } else if (text.hasAt("<?", place)) {
                place = text.next("?>", place);
            } else {
                return place;
            }
            place = text.next("<", place);
        }
    }

    /** A greater-than sign within quotes ends no tag. */
    private long endOfTag(long first) {
        var quote = ' ';
        var place = first;
        for (var letter = text.at(place); quote != ' ' || letter != '>'; letter = text.at(++place)) {
            if (quote == ' ' && (letter == '"' || letter == '\'')) {
                quote = letter;
            } else if (letter == quote) {
                quote = ' ';
            }
        }
        return place + 1;
    }
}
