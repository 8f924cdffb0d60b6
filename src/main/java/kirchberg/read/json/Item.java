package kirchberg.read.json;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import kirchberg.read.received.Text;
import org.jspecify.annotations.Nullable;

/**
 * An item of a list, as far as it is read.
 *
 * @param values single values by name: id, title, description, startDate
 * @param labels of its tags by the tag's subType, in their order
 * @param information its additional information, by position
 */
record Item(Map<String, Value> values, Map<String, List<String>> labels, List<Value> information) {
    static final String ID = "id";
    static final String TITLE = "title";
    static final String DESCRIPTION = "description";
    static final String START = "startDate";

    /** What a value is. */
    enum Kind {
        TEXT,
        NUMBER,
        NULL,
        /** True, false, an object or an array. */
        OTHER
    }

    /**
     * One value.
     *
     * @param text of a text, or the digits of a number; empty for the other kinds
     */
    record Value(Kind kind, String text) {
        static final Value NULL = new Value(Kind.NULL, "");

        /** Clean text; null if there is none or if it is empty. */
        @Nullable
        String clean() {
            var clean = Text.clean(text);
            return clean.isEmpty() ? null : clean;
        }

        boolean isNullOr(Kind other) {
            return kind == Kind.NULL || kind == other;
        }
    }

    Item {
        values = Map.copyOf(values);
        labels = Map.copyOf(labels);
        information = List.copyOf(information);
    }

    /** A single value; a missing one is null. */
    Value value(String name) {
        return values.getOrDefault(name, Value.NULL);
    }

    /** A value of the additional information; a missing one is null. */
    Value information(int position) {
        return position < information.size() ? information.get(position) : Value.NULL;
    }

    /**
     * The label of a kind of tag; null if there is none. Several are joined: no reference table knows such a label, so
     * in the loans list it is unknown, and named in the report.
     */
    @Nullable
    String label(String subType) {
        var several = labels.getOrDefault(subType, Collections.emptyList());
        return several.isEmpty() ? null : String.join("; ", several);
    }

    /** Whether only the loans list has such items: the information begins with an amount in euro. */
    boolean isLoan() {
        return information(0).kind() == Kind.TEXT
                && Text.clean(information(0).text()).startsWith("\u20AC");
    }

    /** Whether only the projects list has such items: a status word, a date and two numbers. */
    boolean isOperation() {
        return information(0).kind() == Kind.TEXT
                && !isLoan()
                && information(2).kind() == Kind.NUMBER
                && information(3).kind() == Kind.NUMBER;
    }
}
