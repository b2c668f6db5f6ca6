package io.kubelayers.nucleus.cel;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What operators give, by the types of what they are applied to. */
final class Operators {
    private static final Set<String> NUMBERS = Set.of("int", "uint", "double");
    private static final String TIME = Type.TIMESTAMP.name();
    private static final String SPAN = Type.DURATION.name();

    private Operators() {}

    static boolean has(String name) {
        return name.startsWith("_") || name.equals("@in") || name.equals("!_") || name.equals("-_");
    }

    /** The type of the result; null if no overload fits. */
    static @Nullable Type result(String name, List<Type> types) {
        var left = types.get(0);
        var right = types.get(types.size() - 1);
        return switch (name) {
            case "_&&_", "_||_" -> is(left, "bool") && is(right, "bool") ? Type.BOOL : null;
            case "!_" -> is(left, "bool") ? Type.BOOL : null;
            case "-_" -> left.isAny() || left.is("int") || left.is("double") ? left : null;
            case "_==_", "_!=_" -> equal(left, right) ? Type.BOOL : null;
            case "_<_", "_<=_", "_>_", "_>=_" -> ordered(left, right) ? Type.BOOL : null;
            case "_+_", "_-_" -> sum(name, left, right);
            case "_*_", "_/_" -> NUMBERS.contains(left.name()) || left.isAny() ? same(left, right) : null;
            case "_%_" -> left.isAny() || left.is("int") || left.is("uint") ? same(left, right) : null;
            case "_[_]" -> index(left, right);
            case "@in" -> contained(left, right) ? Type.BOOL : null;
            case "_?_:_" -> is(left, "bool") ? same(types.get(1), right) : null;
            default -> Type.UNKNOWN;
        };
    }

    private static boolean is(Type type, String name) {
        return type.isAny() || type.is(name);
    }

    private static boolean equal(Type left, Type right) {
        boolean empty =
                left.is("null_type") && right.fields() != null || right.is("null_type") && left.fields() != null;
        return left.agrees(right) || empty;
    }

    private static boolean ordered(Type left, Type right) {
        if (left.isAny() || right.isAny()) {
            return true;
        }
        if (NUMBERS.contains(left.name()) && NUMBERS.contains(right.name())) {
            return true;
        }
        return left.agrees(right)
                && (Set.of("bool", "string", "bytes").contains(left.name()) || left.is(TIME) || left.is(SPAN));
    }

    private static @Nullable Type sum(String name, Type left, Type right) {
        if (left.is(TIME) && right.is(SPAN)) {
            return Type.TIMESTAMP;
        }
        if (name.equals("_+_") && left.is(SPAN) && right.is(TIME)) {
            return Type.TIMESTAMP;
        }
        if (name.equals("_-_") && left.is(TIME) && right.is(TIME)) {
            return Type.DURATION;
        }
        boolean adds = name.equals("_+_") && (left.is("string") || left.is("bytes") || left.is("list"));
        return adds || left.isAny() || NUMBERS.contains(left.name()) || left.is(SPAN) ? same(left, right) : null;
    }

    /** The type of both, the one of which more is known; null if they differ. */
    private static @Nullable Type same(Type left, Type right) {
        if (!left.agrees(right)) {
            return null;
        }
        return left.isAny() ? right : left;
    }

    private static @Nullable Type index(Type of, Type by) {
        if (of.isAny()) {
            return Type.DYN;
        }
        if (of.is("list")) {
            return by.isAny() || NUMBERS.contains(by.name()) ? of.parameters().get(0) : null;
        }
        return of.is("map") && of.parameters().get(0).agrees(by)
                ? of.parameters().get(1)
                : null;
    }

    private static boolean contained(Type item, Type in) {
        return in.isAny()
                || (in.is("list") || in.is("map")) && in.parameters().get(0).agrees(item);
    }
}
