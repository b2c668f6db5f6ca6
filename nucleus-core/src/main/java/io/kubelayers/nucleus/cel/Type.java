package io.kubelayers.nucleus.cel;

import java.util.List;
import java.util.Map;
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

    /** As errors show it: {@code list(string)}. */
    @Override
    public String toString() {
        if (parameters.isEmpty()) {
            return isAny() ? "dyn" : name;
        }
        var text = new StringBuilder(name).append('(');
        for (int i = 0; i < parameters.size(); i++) {
            text.append(i == 0 ? "" : ", ").append(parameters.get(i));
        }
        return text.append(')').toString();
    }
}
