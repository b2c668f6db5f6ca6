package io.kubelayers.governance.autoscaling.horizontal;

import io.kubelayers.nucleus.codec.Codec;
import io.kubelayers.nucleus.codec.DecodeException;
import io.kubelayers.nucleus.codec.ReadOptions;
import io.kubelayers.nucleus.meta.LabelSelector;
import io.kubelayers.nucleus.types.TypeRegistry;
import io.kubelayers.nucleus.value.Quantity;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One JSON object within an annotation, read as Go's {@code encoding/json} would: names in any case, unknown ones ignored, a
 * value of the wrong type spoils the whole annotation.
 */
final class AnnotationTree {
    private static final Codec CODEC = Codec.of(TypeRegistry.empty());

    private final Map<?, ?> fields;

    private AnnotationTree(Map<?, ?> fields) {
        this.fields = fields;
    }

    /** Thrown for an annotation that can't be read; never leaves the package. */
    static final class UnreadableException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        UnreadableException(String message) {
            super(message);
        }
    }

    /** The object that is the text. */
    static AnnotationTree object(String json) {
        return of(parse(json));
    }

    /** The objects of the array that is the text. */
    static List<AnnotationTree> array(String json) {
        if (!(parse(json) instanceof List<?> items)) {
            throw new UnreadableException("not an array");
        }
        var trees = new ArrayList<AnnotationTree>(items.size());
        for (var item : items) {
            trees.add(of(item));
        }
        return trees;
    }

    private static @Nullable Object parse(String json) {
        try {
            // a reader of documents wants an object
            return Codec.readTree("{\"value\":" + json + "}", ReadOptions.ignore())
                    .get("value");
        } catch (DecodeException e) {
            throw new UnreadableException(String.valueOf(e.getMessage()));
        }
    }

    private static AnnotationTree of(@Nullable Object tree) {
        if (tree instanceof Map<?, ?> map) {
            return new AnnotationTree(map);
        }
        throw new UnreadableException("not an object");
    }

    private @Nullable Object get(String name) {
        if (fields.containsKey(name)) {
            return fields.get(name);
        }
        for (var field : fields.entrySet()) {
            if (name.equalsIgnoreCase(String.valueOf(field.getKey()))) {
                return field.getValue();
            }
        }
        return null;
    }

    private <T> @Nullable T get(String name, Class<T> type) {
        var value = get(name);
        if (value != null && !type.isInstance(value)) {
            throw new UnreadableException(name + " is not of the right type");
        }
        return type.cast(value);
    }

    @Nullable
    String text(String name) {
        return get(name, String.class);
    }

    @Nullable
    Integer number(String name) {
        var number = get(name, Long.class);
        return number == null ? null : number.intValue();
    }

    @Nullable
    Quantity quantity(String name) {
        var value = get(name);
        try {
            return value == null ? null : Quantity.parse(String.valueOf(value));
        } catch (IllegalArgumentException e) {
            throw new UnreadableException(name + ": " + e.getMessage());
        }
    }

    /** A quantity that is 0 when it is not there. */
    Quantity amount(String name) {
        var quantity = quantity(name);
        return quantity == null ? Quantity.ZERO : quantity;
    }

    @Nullable
    Instant time(String name) {
        var text = text(name);
        try {
            return text == null ? null : Instant.parse(text);
        } catch (java.time.format.DateTimeParseException e) {
            throw new UnreadableException(name + ": " + e.getMessage());
        }
    }

    @Nullable
    AnnotationTree child(String name) {
        var value = get(name);
        return value == null ? null : of(value);
    }

    List<AnnotationTree> children(String name) {
        var items = get(name, List.class);
        var children = new ArrayList<AnnotationTree>();
        if (items != null) {
            for (var item : items) {
                children.add(of(item));
            }
        }
        return children;
    }

    @Nullable
    LabelSelector selector(String name) {
        var value = child(name);
        try {
            return value == null ? null : CODEC.decode(strings(value.fields), LabelSelector.class);
        } catch (DecodeException e) {
            throw new UnreadableException(name + ": " + e.getMessage());
        }
    }

    private static Map<String, @Nullable Object> strings(Map<?, ?> map) {
        var strings = new LinkedHashMap<String, @Nullable Object>();
        map.forEach((key, value) -> strings.put(String.valueOf(key), value));
        return strings;
    }

    /** Collects the fields of an object to write, in Go's order. */
    static final class Writer {
        private final Map<String, @Nullable Object> fields = new LinkedHashMap<>();

        /** A field that is always written, as null if it must. */
        Writer field(String name, @Nullable Object value) {
            fields.put(name, plain(value));
            return this;
        }

        /** A field that is left out when it is not set. */
        Writer optional(String name, @Nullable Object value) {
            return value == null ? this : field(name, value);
        }

        Map<String, @Nullable Object> tree() {
            return fields;
        }

        private static @Nullable Object plain(@Nullable Object value) {
            if (value instanceof Quantity quantity) {
                return quantity.toString();
            }
            if (value instanceof Instant time) {
                return time.truncatedTo(ChronoUnit.SECONDS).toString();
            }
            if (value instanceof Integer number) {
                return number.longValue();
            }
            return value instanceof LabelSelector selector ? CODEC.toTree(selector) : value;
        }
    }

    static String json(Object tree) {
        return Codec.json(tree);
    }
}
