package kirchberg.domain.edition;

import java.util.List;
import kirchberg.domain.text.Checkability;
import kirchberg.domain.text.Extract;
import kirchberg.domain.text.Mention;

/** One language version of a publication, and the numbers that were found in it. */
public record EditionExtract(Edition edition, Extract extract) {

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
