package kirchberg.domain.claim;

import java.time.LocalDate;

/**
 * A document that makes claims.
 *
 * @param id stable name, such as {@code eib-2025-491-fr}
 * @param language two letters: the language of the quotes
 */
public record Publication(String id, String title, LocalDate date, String language, String url) {}
