package kirchberg.document.pdf;

import java.io.IOException;
import java.util.List;
import java.util.function.Function;
import kirchberg.domain.Stop;
import org.apache.pdfbox.contentstream.operator.Operator;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;

/**
 * Takes text off a page in the order in which the file writes it, so that columns stay apart where the file writes one
 * after the other. Counts what it is told to do, for a page of a few bytes can ask for endless work.
 */
final class LineStripper extends PDFTextStripper {
    /** Drawing instructions of a document; a full page of text has about 5,000. */
    static final int INSTRUCTIONS = 2_500_000;

    /** Characters of a document: three times the largest annual report. */
    static final int CHARACTERS = 3_000_000;

    private int instructions;
    private int characters;

    private final Function<String, Stop> tooMuch;

    /** @param tooMuch makes the refusal of a file that has more than is allowed */
    LineStripper(Function<String, Stop> tooMuch) {
        this.tooMuch = tooMuch;
        setLineSeparator("\n");
        setParagraphEnd("\n");
        setSuppressDuplicateOverlappingText(false);
    }

    @Override
    protected void processOperator(Operator operator, List<COSBase> operands) throws IOException {
        instructions++;
        if (instructions > INSTRUCTIONS) {
            throw tooMuch.apply("it has more than " + INSTRUCTIONS + " drawing instructions");
        }
        super.processOperator(operator, operands);
    }

    @Override
    protected void processTextPosition(TextPosition text) {
        characters++;
        if (characters > CHARACTERS) {
            throw tooMuch.apply("it has more than " + CHARACTERS + " characters");
        }
        super.processTextPosition(text);
    }
}
