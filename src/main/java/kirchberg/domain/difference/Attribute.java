package kirchberg.domain.difference;

/** What is compared of a financing: its content, never where it stood or what was derived from it. */
public enum Attribute {
    AMOUNT("amount"),
    SIGNED_ON("date"),
    COUNTRY("country"),
    REGION("region"),
    SECTOR("sector"),
    NAME("name"),
    DESCRIPTION("description"),
    INSTITUTION("institution"),
    STAGE("stage"),
    NUTS2("NUTS-2 region"),
    JOINT_AMOUNT("joint amount"),
    MOBILISED_AMOUNT("mobilised amount"),
    PRIORITIES("priorities"),
    CLIMATE_SHARE("climate share"),
    PROGRAMMES("programmes"),
    OPERATION_ID("operation id"),
    CONTRACT_ID("contract id");

    private final String title;

    Attribute(String title) {
        this.title = title;
    }

    /** What it is called in print. */
    public String title() {
        return title;
    }

    /** Whether it numbers the financing: then it says more than all the words. */
    public boolean isId() {
        return this == OPERATION_ID || this == CONTRACT_ID;
    }

    /** Whether every source states it, so that it is always compared. */
    public boolean isAlwaysStated() {
        return switch (this) {
            case AMOUNT, SIGNED_ON, COUNTRY, NAME, INSTITUTION, STAGE -> true;
            case REGION,
                    SECTOR,
                    DESCRIPTION,
                    NUTS2,
                    JOINT_AMOUNT,
                    MOBILISED_AMOUNT,
                    PRIORITIES,
                    CLIMATE_SHARE,
                    PROGRAMMES,
                    OPERATION_ID,
                    CONTRACT_ID -> false;
        };
    }
}
