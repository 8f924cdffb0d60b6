package kirchberg;

import java.time.Duration;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import picocli.CommandLine.TypeConversionException;

/** Values of options as people type them. */
final class ArgumentText {
    private ArgumentText() {}

    static LocalDate day(String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeParseException e) {
            throw new TypeConversionException("got '" + text + "', expected a day such as 2026-11-24");
        }
    }

    static Duration duration(String text) {
        try {
            return Duration.parse(text);
        } catch (DateTimeParseException e) {
            throw new TypeConversionException("got '" + text + "', expected a duration such as PT26H or P2D");
        }
    }
}
