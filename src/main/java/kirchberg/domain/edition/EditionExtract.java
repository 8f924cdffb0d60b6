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

    /** @throws Stop with exit 3 if it has more numbers than can be compared and reviewed */
    public EditionExtract {
        var numbers = extract.mentions().size();
        if (numbers > NUMBERS) {
            throw Stop.refused(
                    Refusal.LIMIT,
                    "Cannot draft claims: " + edition.name() + " has too many numbers, got " + numbers
                            + ", expected at most " + NUMBERS,
                    "Save the part that has the figures as a document of its own.");
        }
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
