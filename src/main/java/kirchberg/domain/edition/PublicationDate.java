package kirchberg.domain.edition;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.Month;
import java.time.format.TextStyle;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import kirchberg.domain.text.Language;
import kirchberg.domain.text.Sentence;

/**
 * Finds the day of publication: the first whole date that a text prints. Days in digits alone are read year first
 * (2025-12-04) or, in French and German, day first (04/12/2025, 4.12.2025); in English they are left, since two
 * countries read them in two ways.
 */
public final class PublicationDate {
    private static final String SPACE = "[\\s\\u00A0\\u202F]+";
    private static final Pattern DAY_FIRST =
            Pattern.compile("\\b(\\d{1,2})(?:er|st|nd|rd|th|\\.)?" + SPACE + "(\\p{L}+)[.,]?" + SPACE + "(\\d{4})\\b");
    private static final Pattern MONTH_FIRST =
            Pattern.compile("\\b(\\p{L}+)" + SPACE + "(\\d{1,2})(?:st|nd|rd|th)?," + SPACE + "(\\d{4})\\b");
    private static final Pattern ISO = Pattern.compile("\\b(\\d{4})-(\\d{2})-(\\d{2})\\b");
    private static final Pattern DIGITS = Pattern.compile("\\b(\\d{1,2})[./](\\d{1,2})[./](\\d{4})\\b");

    private final Language language;
    private final Map<String, Integer> months;

    public PublicationDate(Language language) {
        this.language = language;
        var locale = Locale.forLanguageTag(language.code());
        this.months = Stream.of(Month.values())
                .collect(Collectors.toMap(
                        month -> month.getDisplayName(TextStyle.FULL, locale).toLowerCase(Locale.ROOT),
                        Month::getValue));
    }

    /** The first whole date of some sentences; empty if there is none. */
    public Optional<LocalDate> in(List<Sentence> sentences) {
        return sentences.stream()
                .map(sentence -> first(sentence.text()))
                .flatMap(Optional::stream)
                .findFirst();
    }

    private record Found(int at, LocalDate day) {}

    private Optional<LocalDate> first(String text) {
        var inWords = Stream.concat(
                dates(DAY_FIRST, text, m -> day(m.group(3), month(m.group(2)), m.group(1))),
                dates(MONTH_FIRST, text, m -> day(m.group(3), month(m.group(1)), m.group(2))));
        var inDigits = Stream.concat(
                dates(ISO, text, m -> day(m.group(1), m.group(2), m.group(3))),
                language == Language.ENGLISH
                        ? Stream.of()
                        : dates(DIGITS, text, m -> day(m.group(3), m.group(2), m.group(1))));
        return Stream.concat(inWords, inDigits)
                .min(Comparator.comparingInt(Found::at))
                .map(Found::day);
    }

    private static Stream<Found> dates(Pattern pattern, String text, Function<MatchResult, Optional<LocalDate>> read) {
        return pattern.matcher(text)
                .results()
                .map(match -> read.apply(match)
                        .map(day -> new Found(match.start(), day))
                        .orElse(null))
                .filter(Objects::nonNull);
    }

    private String month(String name) {
        return String.valueOf(months.getOrDefault(name.toLowerCase(Locale.ROOT), 0));
    }

    private static Optional<LocalDate> day(String year, String month, String day) {
        try {
            return Optional.of(LocalDate.of(Integer.parseInt(year), Integer.parseInt(month), Integer.parseInt(day)));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
