package kirchberg.domain.edition;

import java.util.List;
import kirchberg.domain.Stop;
import kirchberg.domain.source.Refusal;
import kirchberg.domain.text.Checkability;
import kirchberg.domain.text.Extract;
import kirchberg.domain.text.Mention;

/** One language version of a publication, and the numbers that were found in it. */
public record EditionExtract(Edition edition, Extract extract) {
    /** Numbers of a document; a release has about 50, a report of 250 pages about 5,000. */
    static final int NUMBERS = 10_000;

    /** Digits of one number stand in groups: 12 300 000 has three, a date as well. */
    private static final int GROUPS_A_NUMBER = 3;

    /** @throws Stop with exit 3 if it has more numbers than can be compared and reviewed */
    public EditionExtract {
        requireFew(edition.name(), "numbers", extract.mentions().size(), NUMBERS);
    }

    /**
     * Looks before numbers are read: their meaning is looked for among their neighbours in the sentence, so that
     * reading takes more than a text's length where one sentence is made of numbers.
     *
     * @throws Stop with exit 3 if the text has more groups of digits than so many numbers need
     */
    public static void requireReadable(Edition edition) {
        var groups = edition.document().sentences().stream()
                .mapToInt(s -> groups(s.text()))
                .sum();
        requireFew(edition.name(), "groups of digits", groups, NUMBERS * GROUPS_A_NUMBER);
    }

    private static void requireFew(String name, String what, int got, int most) {
        if (got > most) {
            throw Stop.refused(
                    Refusal.LIMIT,
                    "Cannot draft claims: " + name + " has too many " + what + ", got " + got + ", expected at most "
                            + most,
                    "Save the part that has the figures as a document of its own.");
        }
    }

    private static int groups(String text) {
        var groups = 0;
        for (var i = 0; i < text.length(); i++) {
            var begins = i == 0 || !Character.isDigit(text.charAt(i - 1));
            groups += begins && Character.isDigit(text.charAt(i)) ? 1 : 0;
        }
        return groups;
    }

    /** The numbers that claim something: checkable ones and those out of reach, in the order of reading. */
    public List<Mention> figures() {
        return extract.mentions().stream().filter(EditionExtract::isFigure).toList();
    }

    /** The numbers of one kind, in the order of reading. */
    public List<Mention> mentions(Checkability checkability) {
        return extract.mentions().stream()
                .filter(mention -> mention.checkability() == checkability)
                .toList();
    }

    static boolean isFigure(Mention mention) {
        return mention.reading().figure() != null
                && (mention.checkability() == Checkability.CHECKABLE
                        || mention.checkability() == Checkability.OUT_OF_REACH);
    }
}
