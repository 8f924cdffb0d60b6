package kirchberg.domain.judgement;

/**
 * Distinct operations of one claim and year range.
 *
 * @param claimId the claim counted for
 * @param year the year counted, or 0 for the whole period
 * @param low all candidate merges accepted: distinct keys of the rows that certainly belong to the scope
 * @param high none accepted: distinct stated ids plus every row without one, rows that may belong included
 */
public record Tally(String claimId, int year, long low, long high) {}
