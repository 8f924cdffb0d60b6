package kirchberg.table.parquet;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import kirchberg.domain.Exit;
import kirchberg.domain.Stop;
import kirchberg.table.Field;
import kirchberg.table.Table;
import org.apache.parquet.example.data.Group;
import org.apache.parquet.io.api.Binary;
import org.apache.parquet.schema.LogicalTypeAnnotation;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName;
import org.apache.parquet.schema.Type;
import org.apache.parquet.schema.Types;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.DecimalType;
import org.jspecify.annotations.Nullable;

/** How the rows of a table lie in a Parquet file: types, and values to and from groups. */
public final class Shape {
    private static final int DIGITS_OF_INT32 = 9;
    private static final int DIGITS_OF_INT64 = 18;

    /** Bytes that hold 38 digits and a sign. */
    private static final int WIDE_BYTES = 16;

    private final Table table;
    private final List<Part> parts;

    /** A column: its position, how it is stored, and the digits after the point if it is a decimal. */
    private record Part(int index, Kind kind, int scale, Field field) {}

    private enum Kind {
        TEXT(PrimitiveTypeName.BINARY),
        FLAG(PrimitiveTypeName.BOOLEAN),
        DAY(PrimitiveTypeName.INT32),
        INT(PrimitiveTypeName.INT32),
        LONG(PrimitiveTypeName.INT64),
        SHORT_DECIMAL(PrimitiveTypeName.INT32),
        DECIMAL(PrimitiveTypeName.INT64),
        WIDE_DECIMAL(PrimitiveTypeName.FIXED_LEN_BYTE_ARRAY);

        private static final Map<DataType, Kind> PLAIN = Map.of(
                DataTypes.StringType, TEXT,
                DataTypes.BooleanType, FLAG,
                DataTypes.DateType, DAY,
                DataTypes.IntegerType, INT,
                DataTypes.LongType, LONG);

        private final PrimitiveTypeName storage;

        Kind(PrimitiveTypeName storage) {
            this.storage = storage;
        }

        private static Kind of(DataType type) {
            if (type instanceof DecimalType decimal) {
                return decimal.precision() > DIGITS_OF_INT64
                        ? WIDE_DECIMAL
                        : decimal.precision() > DIGITS_OF_INT32 ? DECIMAL : SHORT_DECIMAL;
            }
            return Objects.requireNonNull(PLAIN.get(type), () -> "Cannot store a column of type " + type.sql());
        }
    }

    /** The shape of a table; a type that no table of ours has is a fault. */
    public Shape(Table table) {
        this.table = table;
        this.parts = table.fields().stream()
                .map(f -> new Part(table.index(f), Kind.of(f.type()), scale(f.type()), f))
                .toList();
    }

    private static int scale(DataType type) {
        return type instanceof DecimalType decimal ? decimal.scale() : 0;
    }

    /** The schema of the file; every column may be null. */
    public MessageType message() {
        return new MessageType(table.name(), parts.stream().map(Shape::type).toArray(Type[]::new));
    }

    private static Type type(Part part) {
        return Types.optional(part.kind.storage)
                .length(part.kind == Kind.WIDE_DECIMAL ? WIDE_BYTES : 0)
                .as(meaning(part))
                .named(part.field.name());
    }

    private static @Nullable LogicalTypeAnnotation meaning(Part part) {
        return switch (part.kind) {
            case TEXT -> LogicalTypeAnnotation.stringType();
            case DAY -> LogicalTypeAnnotation.dateType();
            case FLAG, INT, LONG -> null;
            case SHORT_DECIMAL, DECIMAL, WIDE_DECIMAL ->
                LogicalTypeAnnotation.decimalType(part.scale, ((DecimalType) part.field.type()).precision());
        };
    }

    /** Refuses a file of our own whose columns are not exactly those of the table. */
    public void check(MessageType found) {
        var expected = message();
        if (!describe(found).equals(describe(expected))) {
            throw new Stop(
                    Exit.INTERNAL,
                    "Cannot accept table " + table.name() + ": wrong columns, got " + describe(found) + ", expected "
                            + describe(expected),
                    "This is a fault of the program: please report it.");
        }
    }

    /** Whether a column may be null is not compared: Spark alone decides it. */
    private static List<String> describe(MessageType message) {
        return message.getFields().stream()
                .map(f -> f.getName() + " "
                        + (f.isPrimitive() ? f.asPrimitiveType().getPrimitiveTypeName() : "group") + " "
                        + Objects.toString(f.getLogicalTypeAnnotation(), "")
                        + (f.isRepetition(Type.Repetition.REPEATED) ? " repeated" : ""))
                .toList();
    }

    /** The row that a group holds. */
    public Row row(Group group) {
        return RowFactory.create(parts.stream().map(p -> value(group, p)).toArray());
    }

    private static @Nullable Object value(Group group, Part part) {
        var i = part.index;
        if (group.getFieldRepetitionCount(i) == 0) {
            return null;
        }
        return switch (part.kind) {
            case TEXT -> group.getBinary(i, 0).toStringUsingUTF8();
            case FLAG -> group.getBoolean(i, 0);
            case DAY -> LocalDate.ofEpochDay(group.getInteger(i, 0));
            case INT -> group.getInteger(i, 0);
            case LONG -> group.getLong(i, 0);
            case SHORT_DECIMAL -> BigDecimal.valueOf(group.getInteger(i, 0), part.scale);
            case DECIMAL -> BigDecimal.valueOf(group.getLong(i, 0), part.scale);
            case WIDE_DECIMAL ->
                new BigDecimal(new BigInteger(group.getBinary(i, 0).getBytes()), part.scale);
        };
    }

    /** Puts a row into an empty group; a decimal that does not fit its type is a fault. */
    public void fill(Group group, Row row) {
        for (var part : parts) {
            if (!row.isNullAt(part.index)) {
                add(group, part, row.get(part.index));
            }
        }
    }

    private static void add(Group group, Part part, Object value) {
        var i = part.index;
        switch (part.kind) {
            case TEXT -> group.add(i, (String) value);
            case FLAG -> group.add(i, (boolean) value);
            case DAY -> group.add(i, (int) ((LocalDate) value).toEpochDay());
            case INT -> group.add(i, (int) value);
            case LONG -> group.add(i, (long) value);
            case SHORT_DECIMAL -> group.add(i, unscaled(part, value).intValueExact());
            case DECIMAL -> group.add(i, unscaled(part, value).longValueExact());
            case WIDE_DECIMAL -> group.add(i, Binary.fromConstantByteArray(wide(unscaled(part, value))));
        }
    }

    private static BigInteger unscaled(Part part, Object value) {
        var decimal = ((BigDecimal) value).setScale(part.scale, RoundingMode.UNNECESSARY);
        if (decimal.precision() > ((DecimalType) part.field.type()).precision()) {
            throw new ArithmeticException(
                    "Cannot store " + part.field.name() + ": too many digits, got " + decimal.toPlainString()
                            + ", expected " + part.field.type().sql());
        }
        return decimal.unscaledValue();
    }

    private static byte[] wide(BigInteger value) {
        var bytes = value.toByteArray();
        var wide = new byte[WIDE_BYTES];
        Arrays.fill(wide, (byte) (value.signum() < 0 ? -1 : 0));
        System.arraycopy(bytes, 0, wide, WIDE_BYTES - bytes.length, bytes.length);
        return wide;
    }
}
