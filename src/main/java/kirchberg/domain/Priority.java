package kirchberg.domain;

/**
 * The eight strategic priorities of the EIB Group. They overlap. Source: Strategic Roadmap 2024-27, endorsed on 21 June
 * 2024, as repeated in EIB release 2025-491 of 4 December 2025.
 */
public enum Priority implements Label {
    CLIMATE("climate", "Climate action and environment"),
    DIGITAL("digital", "Digitalisation and technological innovation"),
    DEFENCE("defence", "Security and defence"),
    COHESION("cohesion", "Cohesion"),
    AGRICULTURE("agriculture", "Agriculture and bioeconomy"),
    SOCIAL("social", "Social infrastructure"),
    GLOBAL("global", "High impact outside the EU"),
    CAPITAL_MARKETS("capital_markets", "Capital markets union");

    private final String key;
    private final String title;

    Priority(String key, String title) {
        this.key = key;
        this.title = title;
    }

    @Override
    public String key() {
        return key;
    }

    @Override
    public String title() {
        return title;
    }
}
