package kirchberg.document;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.regex.Pattern;
import kirchberg.domain.Stop;
import kirchberg.domain.source.Refusal;

/** What a document is made of, told by its content; its name says nothing. */
enum Kind {
    PDF,
    HTML,
    PLAIN_TEXT;

    /** A PDF may have other bytes before its mark (ISO 32000-1, annex H.3). */
    private static final int PDF_MARK_WITHIN = 1024;

    private static final int LOOKED_AT = 4096;

    /** First bytes of files that people take for press releases, and what they are. */
    private static final Map<String, String> OTHERS = Map.of(
            "PK\u0003\u0004", "a zip, as Word (docx) and OpenDocument files are",
            "{\\rtf", "rich text (RTF)",
            "\u00D0\u00CF\u0011\u00E0", "an old Office file, such as Word (doc)",
            "\u0089PNG", "a picture (PNG)",
            "\u00FF\u00D8\u00FF", "a picture (JPEG)",
            "\u001F\u008B", "a gzip");

    private static final Pattern TAG =
            Pattern.compile("(?i)<(?:!doctype\\s+html|(?:html|head|body|title|meta|main|article"
                    + "|section|header|div|p|h1|h2|table|ul|ol|span|script|style|link|base)[\\s>/])");

    /**
     * The kind of some bytes.
     *
     * @throws Stop with exit 3 if they are empty or of another kind, which the message names if it is known
     */
    static Kind of(byte[] bytes, Path file) {
        var head = new String(bytes, 0, Math.min(bytes.length, LOOKED_AT), StandardCharsets.ISO_8859_1);
        if (head.isEmpty()) {
            throw refused("it is empty", file);
        }
        if (head.substring(0, Math.min(PDF_MARK_WITHIN, head.length())).contains("%PDF-")) {
            return PDF;
        }
        OTHERS.forEach((mark, what) -> {
            if (head.startsWith(mark)) {
                throw refused("it is " + what, file);
            }
        });
        var text = Encoded.isUtf16(bytes) ? head.replace("\0", "").substring(2) : withoutMark(head);
        return TAG.matcher(withoutProlog(text)).lookingAt() ? HTML : PLAIN_TEXT;
    }

    /** From the first thing that is no white space, XML declaration or comment. */
    private static String withoutProlog(String head) {
        var rest = head.stripLeading();
        while (rest.startsWith("<!--") || rest.startsWith("<?xml")) {
            var close = rest.startsWith("<!--") ? "-->" : ">";
            var end = rest.indexOf(close);
            rest = end < 0 ? "" : rest.substring(end + close.length()).stripLeading();
        }
        return rest;
    }

    private static String withoutMark(String head) {
        return head.startsWith("\u00EF\u00BB\u00BF") ? head.substring(3) : head;
    }

    private static Stop refused(String why, Path file) {
        return Stop.refused(
                Refusal.NOT_THIS_FORMAT,
                "Cannot read the document: " + why + ", expected plain text, HTML or PDF (looked for "
                        + Arrays.toString(values()) + " in the content, not in the name)\nin " + file,
                "Save it as plain text in UTF-8, as HTML or as PDF.");
    }
}
