package io.kubelayers.nucleus.codec;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One reading of a tree into a record: where it is, and which unknown fields it met. */
final class Decoding {
    /** Upstream reports this many problems at most. */
    static final int MAX_PROBLEMS = 100;

    /** A place in the tree, before it is known where that is in the text. */
    record Unknown(String text, List<Object> path) {}

    final FieldPath path = new FieldPath();
    private final boolean collect;
    private final Set<String> seen = new LinkedHashSet<>(0);
    private final List<Unknown> unknown = new ArrayList<>(0);

    Decoding(FieldValidation validation) {
        this.collect = validation != FieldValidation.IGNORE;
    }

    List<Unknown> unknown() {
        return unknown;
    }

    void unknownField(String name) {
        if (!collect || unknown.size() >= MAX_PROBLEMS) {
            return;
        }
        path.enter(name);
        String text = path.toString();
        if (seen.add(text)) {
            unknown.add(new Unknown(text, path.elements()));
        }
        path.leave();
    }

    /** The failure of a value at the current path, for those that say the same whatever they are read from. */
    WrongValue wrong(String expected, @Nullable Object value, String detail) {
        return wrong(expected, value, detail, detail);
    }

    WrongValue wrong(String expected, @Nullable Object value, String detail, String converterDetail) {
        return new WrongValue(path, expected, describe(value), detail, converterDetail);
    }

    /** The failure of a value whose JSON type does not fit, of a type that reads its JSON itself. */
    WrongValue mismatch(String expected, @Nullable Object value, String goType) {
        return mismatch(expected, value, goType, json(jsonType(value), "", goType));
    }

    /** The failure of a value whose JSON type does not fit. */
    WrongValue mismatch(String expected, @Nullable Object value, String goType, String converterDetail) {
        return wrong(expected, value, json(jsonType(value), path.goField(), goType), converterDetail);
    }

    /** The failure of a number that is not whole, or too large. */
    WrongValue number(String expected, Number value, String goType, String converterDetail) {
        return wrong(expected, value, json("number " + text(value), path.goField(), goType), converterDetail);
    }

    /** The same where the converter looks at JSON, or has nothing against the number. */
    WrongValue number(String expected, Number value, String goType) {
        return number(expected, value, goType, json("number " + text(value), "", goType));
    }

    private static String json(String found, String field, String goType) {
        String target = field.isEmpty() ? "Go value" : "Go struct field " + field;
        return "json: cannot unmarshal " + found + " into " + target + " of type " + goType;
    }

    private static String text(Number value) {
        return value instanceof Double number ? GoNumbers.json(number) : value.toString();
    }

    private static String jsonType(@Nullable Object value) {
        if (value instanceof String) {
            return "string";
        } else if (value instanceof Boolean) {
            return "bool";
        } else if (value instanceof Map) {
            return "object";
        } else if (value instanceof List) {
            return "array";
        }
        return value == null ? "null" : "number";
    }

    private static String describe(@Nullable Object value) {
        if (value == null) {
            return "null";
        } else if (value instanceof String text) {
            String shown = text.length() > 60 ? text.substring(0, 60) + "…" : text;
            return "the string \"" + shown + "\"";
        } else if (value instanceof Map) {
            return "an object";
        } else if (value instanceof List) {
            return "an array";
        }
        return value instanceof Double number ? GoNumbers.json(number) : value.toString();
    }
}
