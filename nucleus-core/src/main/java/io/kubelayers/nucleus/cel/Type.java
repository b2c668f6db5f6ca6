package io.kubelayers.nucleus.cel;

import java.util.List;
import java.util.Map;
import java.util.StringJoiner;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The type of an expression.
 *
 * @param name such as {@code int}, {@code list} or the name of an object
 * @param parameters of lists and maps
 * @param fields of an object; null for anything else
 */
public record Type(String name, List<Type> parameters, @Nullable Map<String, Type> fields) {
    /** Anything: what it really is shows when the expression is evaluated. */
    public static final Type DYN = plain("dyn");

    public static final Type BOOL = plain("bool");
    public static final Type INT = plain("int");
    public static final Type UINT = plain("uint");
    public static final Type DOUBLE = plain("double");
    public static final Type STRING = plain("string");
    public static final Type BYTES = plain("bytes");
    public static final Type NULL = plain("null_type");
    public static final Type TIMESTAMP = plain("google.protobuf.Timestamp");
    public static final Type DURATION = plain("google.protobuf.Duration");

    /** What a function of a library gives, of which nothing more is known here. */
    static final Type UNKNOWN = plain("unknown");

    private static final Map<String, String> SHORT =
            Map.of("null_type", "null", TIMESTAMP.name, "timestamp", DURATION.name, "duration");

    private static Type plain(String name) {
        return new Type(name, List.of(), null);
    }

    public static Type list(Type item) {
        return new Type("list", List.of(item), null);
    }

    public static Type map(Type key, Type value) {
        return new Type("map", List.of(key, value), null);
    }

    /** An object with these fields and no others. */
    public static Type object(String name, Map<String, Type> fields) {
        return new Type(name, List.of(), Map.copyOf(fields));
    }

    boolean isAny() {
        return name.equals("dyn") || name.equals("unknown");
    }

    boolean is(String wanted) {
        return name.equals(wanted);
    }

    /** Whether a value of one may stand where the other is wanted. */
    public boolean agrees(Type other) {
        if (isAny() || other.isAny()) {
            return true;
        }
        if (!name.equals(other.name) || parameters.size() != other.parameters.size()) {
            return false;
        }
        for (int i = 0; i < parameters.size(); i++) {
            if (!parameters.get(i).agrees(other.parameters.get(i))) {
                return false;
            }
        }
        return true;
    }

    /** Its name: {@code list(google.protobuf.Timestamp)}. */
    @Override
    public String toString() {
        return text(type -> type.isAny() ? "dyn" : type.name);
    }

    /** As errors of the checker show it: {@code list(timestamp)}. */
    String shown() {
        return text(type -> type.isAny() ? "dyn" : SHORT.getOrDefault(type.name, type.name));
    }

    private String text(Function<Type, String> names) {
        var text = new StringJoiner(", ", names.apply(this) + "(", ")").setEmptyValue(names.apply(this));
        parameters.forEach(parameter -> text.add(parameter.text(names)));
        return text.toString();
    }
}
