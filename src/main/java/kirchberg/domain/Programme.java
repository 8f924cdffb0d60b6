package kirchberg.domain;

/**
 * Programmes that mark financings in the public list, or that a claim speaks of. InvestAI is the Commission's and marks
 * no financing, so it is not here.
 */
public enum Programme implements Label {
    TECHEU("techeu", "TechEU"),
    INVEST_EU("invest_eu", "InvestEU"),
    GUARANTEE_FUND("guarantee_fund", "European Guarantee Fund"),
    RISK_SHARING("risk_sharing", "Risk Sharing Finance Facility");

    private final String key;
    private final String title;

    Programme(String key, String title) {
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
