package kirchberg;

import kirchberg.domain.text.Language;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads the language of a text from the command line. */
final class LanguageTag implements ITypeConverter<Language> {
    @Override
    public Language convert(String text) {
        return Language.of(text)
                .orElseThrow(() -> new TypeConversionException("got '" + text + "', expected fr, en or de"));
    }
}
