package kirchberg.domain.difference;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What a financing says. Equal contents are separate financings, so portfolios are lists of them, never sets.
 *
 * @param amountEur in EUR, to the cent
 * @param signedOn date of the signature
 * @param texts everything else that is stated; what is not stated is absent
 */
public record Content(BigDecimal amountEur, LocalDate signedOn, Map<Attribute, String> texts) {
    /** Any order will do that does not depend on where a row stood. */
    static final Comparator<Content> ORDER = Comparator.comparing(Content::signedOn)
            .thenComparing(Content::amountEur)
            .thenComparing(content -> content.texts.toString());

    public Content {
        amountEur = amountEur.setScale(2, RoundingMode.UNNECESSARY);
        var copy = new EnumMap<Attribute, String>(Attribute.class);
        copy.putAll(texts);
        texts = Collections.unmodifiableMap(copy);
    }

    /** The value of a text attribute; empty if it is not stated. */
    public String text(Attribute attribute) {
        return texts.getOrDefault(attribute, "");
    }

    /** The value as it is printed; empty if it is not stated. */
    public String printed(Attribute attribute) {
        return value(attribute).toString();
    }

    /** The attributes in which another differs. */
    Set<Attribute> differences(Content other) {
        var differences = EnumSet.noneOf(Attribute.class);
        for (var attribute : Attribute.values()) {
            if (!value(attribute).equals(other.value(attribute))) {
                differences.add(attribute);
            }
        }
        return differences;
    }

    /** The values of some attributes, as a key. */
    List<Object> values(Collection<Attribute> attributes) {
        return attributes.stream().map(this::value).toList();
    }

    /** Every value but one, as a key. */
    List<Object> without(Attribute attribute) {
        return Arrays.stream(Attribute.values())
                .filter(a -> a != attribute)
                .map(this::value)
                .toList();
    }

    private Object value(Attribute attribute) {
        return switch (attribute) {
            case AMOUNT -> amountEur;
            case SIGNED_ON -> signedOn;
            case COUNTRY,
                    REGION,
                    SECTOR,
                    NAME,
                    DESCRIPTION,
                    INSTITUTION,
                    STAGE,
                    NUTS2,
                    JOINT_AMOUNT,
                    MOBILISED_AMOUNT,
                    PRIORITIES,
                    CLIMATE_SHARE,
                    PROGRAMMES,
                    OPERATION_ID,
                    CONTRACT_ID -> text(attribute);
        };
    }
}
