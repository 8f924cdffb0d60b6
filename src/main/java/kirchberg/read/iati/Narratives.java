package kirchberg.read.iati;

import org.jspecify.annotations.Nullable;

/** A text in several languages, of which one is kept: the first in English, else the first. */
final class Narratives {
    private final @Nullable String usualLanguage;
    private @Nullable String first;
    private @Nullable String english;

    /** Nothing yet; a narrative that names no language is in the usual one. */
    Narratives(@Nullable String usualLanguage) {
        this.usualLanguage = usualLanguage;
    }

    /** Takes an element that holds narratives to its end. */
    void add(Markup markup) {
        for (var child = markup.nextChild(); child != null; child = markup.nextChild()) {
            if (child.equals("narrative")) {
                addOne(markup);
            } else {
                markup.skipUnknown(child);
            }
        }
    }

    private void addOne(Markup markup) {
        var stated = markup.attribute("xml:lang");
        var language = stated == null ? usualLanguage : stated;
        var text = markup.text();
        first = first == null ? text : first;
        if (english == null && language != null && language.matches("(?i)en(-.*)?")) {
            english = text;
        }
    }

    /** The one that is kept; null if none says anything. */
    @Nullable
    String kept() {
        return english == null ? first : english;
    }
}
