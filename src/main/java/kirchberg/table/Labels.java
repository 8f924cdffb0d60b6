package kirchberg.table;

import java.util.List;
import java.util.stream.Stream;
import kirchberg.domain.Label;

/** The four columns that each label has in the table of financings. */
public final class Labels {

    private Labels() {}

    public static Field low(Label label) {
        return Field.share(
                label.key() + "_low_share", "Least part of the amount that carries " + label.title() + ", 0 to 1.");
    }

    public static Field high(Label label) {
        return Field.share(
                label.key() + "_high_share", "Greatest part of the amount that carries " + label.title() + ", 0 to 1.");
    }

    public static Field basis(Label label) {
        return Field.text(
                label.key() + "_basis", "How " + label.title() + " was found: STATED, DERIVED or UNKNOWN (0 to 1).");
    }

    public static Field rule(Label label) {
        return Field.text(
                label.key() + "_rule",
                "Id of the rule that derived " + label.title() + "; null unless the basis is DERIVED.");
    }

    /** All label columns, label by label. */
    public static List<Field> fields() {
        return Label.all().stream()
                .flatMap(l -> Stream.of(low(l), high(l), basis(l), rule(l)))
                .toList();
    }
}
