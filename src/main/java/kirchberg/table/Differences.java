package kirchberg.table;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import kirchberg.domain.difference.Attribute;

/** Two portfolios side by side, on the way to what differs between them. Nothing of this is published. */
public final class Differences {
    public static final Field IS_AFTER = Field.flag("is_after", "Whether the row is of the newer portfolio.");
    public static final Field ROW_COUNT = Field.count("row_count", "Financings.");
    public static final Field BEFORE_COUNT =
            Field.count("before_count", "Rows of this content in the older portfolio.");
    public static final Field AFTER_COUNT = Field.count("after_count", "Rows of this content in the newer portfolio.");
    public static final Field EQUAL_COUNT = Field.count("equal_count", "Rows that pair off with an equal one.");
    public static final Field EQUAL_EUR = Field.eur("equal_eur", "Sum of the amounts of these rows, in EUR.");

    /** What is compared, in the order of {@link Attribute}. */
    public static final List<Field> CONTENT =
            Arrays.stream(Attribute.values()).map(Differences::field).toList();

    /** Both portfolios by year of signature, and in how many rows each attribute is stated. */
    public static final Table TOTALS = new Table(
            "difference_totals",
            2,
            Stream.concat(
                            Stream.of(IS_AFTER, Financings.SIGNATURE_YEAR, ROW_COUNT, Financings.AMOUNT_EUR),
                            Arrays.stream(Attribute.values()).map(Differences::statedCount))
                    .toList());

    /** Each content that one has more often than the other; one row more, without content, for all the others. */
    public static final Table CONTENTS = new Table(
            "difference_contents",
            CONTENT.size(),
            Stream.concat(CONTENT.stream(), Stream.of(BEFORE_COUNT, AFTER_COUNT, EQUAL_COUNT, EQUAL_EUR))
                    .toList());

    private Differences() {}

    /** Where an attribute stands. */
    public static Field field(Attribute attribute) {
        return switch (attribute) {
            case AMOUNT -> Financings.AMOUNT_EUR;
            case SIGNED_ON -> Financings.SIGNED_ON;
            case COUNTRY -> Financings.COUNTRY_LABEL;
            case REGION -> Financings.REGION_LABEL;
            case SECTOR -> Financings.SECTOR_LABEL;
            case NAME -> Financings.OPERATION_NAME;
            case DESCRIPTION -> Financings.DESCRIPTION;
            case INSTITUTION -> Financings.INSTITUTION;
            case STAGE -> Financings.STAGE;
            case NUTS2 -> Financings.NUTS2;
            case JOINT_AMOUNT -> Financings.JOINT_AMOUNT_EUR;
            case MOBILISED_AMOUNT -> Financings.MOBILISED_AMOUNT_EUR;
            case PRIORITIES -> Financings.PRIORITIES;
            case CLIMATE_SHARE -> Financings.CLIMATE_SHARE;
            case PROGRAMMES -> Financings.PROGRAMMES;
            case OPERATION_ID -> Financings.OPERATION_ID;
            case CONTRACT_ID -> Financings.CONTRACT_ID;
        };
    }

    /** Number of rows that state an attribute. */
    public static Field statedCount(Attribute attribute) {
        return Field.count(field(attribute).name() + "_stated_count", "Rows that state it.");
    }
}
