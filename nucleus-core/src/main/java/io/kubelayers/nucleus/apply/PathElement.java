package io.kubelayers.nucleus.apply;

import io.kubelayers.nucleus.codec.Codec;
import io.kubelayers.nucleus.codec.ReadOptions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** One step of a path to a field: a field of an object, or an item of a list by its keys, its value or its index. */
public final class PathElement implements Comparable<PathElement> {
    private enum Kind {
        FIELD,
        KEY,
        VALUE,
        INDEX
    }

    private final Kind kind;
    private final String name;
    private final List<String> keys;
    private final List<@Nullable Object> values;
    private @Nullable String written;
    private @Nullable String quoted;
    private int hash;

    private PathElement(Kind kind, String name, List<String> keys, List<@Nullable Object> values) {
        this.kind = kind;
        this.name = name;
        this.keys = keys;
        this.values = values;
    }

    /** A field of an object. */
    public static PathElement field(String name) {
        return new PathElement(Kind.FIELD, name, List.of(), List.of());
    }

    /** The item of a list whose fields of these names, in alphabetical order, have these values. */
    static PathElement key(List<String> names, List<@Nullable Object> values) {
        return new PathElement(Kind.KEY, "", names, values);
    }

    /** The item of a set. */
    static PathElement value(Object value) {
        return new PathElement(Kind.VALUE, "", List.of(), List.of(value));
    }

    static PathElement index(int index) {
        return new PathElement(Kind.INDEX, "", List.of(), List.of(index));
    }

    boolean isField() {
        return kind == Kind.FIELD;
    }

    boolean isKey() {
        return kind == Kind.KEY;
    }

    String name() {
        return name;
    }

    /** As in fieldsV1: {@code f:spec}, {@code k:{"name":"web"}}, {@code v:"x"}. */
    String written() {
        var text = written;
        if (text == null) {
            text = switch (kind) {
                case FIELD -> "f:" + name;
                case KEY -> "k:" + Codec.json(keyMap());
                case VALUE -> "v:" + Codec.json(values.get(0));
                case INDEX -> "i:" + values.get(0);
            };
            written = text;
        }
        return text;
    }

    /** {@link #written} as a JSON text. */
    String quoted() {
        var text = quoted;
        if (text == null) {
            text = Codec.json(written());
            quoted = text;
        }
        return text;
    }

    private Map<String, @Nullable Object> keyMap() {
        var map = new TreeMap<String, @Nullable Object>();
        for (int i = 0; i < keys.size(); i++) {
            map.put(keys.get(i), values.get(i));
        }
        return map;
    }

    /**
     * Reads a key of fieldsV1.
     *
     * @throws IllegalArgumentException if it is none
     */
    static PathElement read(String text) {
        var rest = text.length() < 2 ? "" : text.substring(2);
        if (text.startsWith("f:")) {
            return field(rest);
        } else if (text.startsWith("k:")) {
            var map = new TreeMap<String, @Nullable Object>(Codec.readTree(rest, ReadOptions.ignore()));
            return key(List.copyOf(map.keySet()), new ArrayList<>(map.values()));
        } else if (text.startsWith("v:")) {
            var value =
                    Codec.readTree("{\"v\":" + rest + "}", ReadOptions.ignore()).get("v");
            return new PathElement(Kind.VALUE, "", List.of(), java.util.Collections.singletonList(value));
        } else if (text.startsWith("i:")) {
            return index(Integer.parseInt(rest));
        }
        throw new IllegalArgumentException("not a path element: " + text);
    }

    @Override
    public int compareTo(PathElement other) {
        if (this == other) {
            return 0;
        } else if (kind != other.kind) {
            return kind.compareTo(other.kind);
        } else if (kind == Kind.FIELD) {
            return name.compareTo(other.name);
        }
        int common = Math.min(values.size(), other.values.size());
        for (int i = 0; i < common; i++) {
            int order = kind == Kind.KEY ? keys.get(i).compareTo(other.keys.get(i)) : 0;
            order = order != 0 ? order : Scalars.compare(values.get(i), other.values.get(i));
            if (order != 0) {
                return order;
            }
        }
        return Integer.compare(values.size(), other.values.size());
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof PathElement element && compareTo(element) == 0;
    }

    @Override
    public int hashCode() {
        int code = hash;
        if (code == 0) {
            code = kind == Kind.FIELD ? name.hashCode() : Objects.hash(kind.ordinal(), keys);
            for (var value : values) {
                code = code * 31 + Scalars.hash(value);
            }
            hash = code;
        }
        return code;
    }

    /** As in messages: {@code .spec}, {@code [name="web"]}, {@code [="x"]}. */
    @Override
    public String toString() {
        return switch (kind) {
            case FIELD -> "." + name;
            case VALUE -> "[=" + Scalars.shown(values.get(0)) + "]";
            case INDEX -> "[" + values.get(0) + "]";
            case KEY -> {
                var out = new StringBuilder();
                for (int i = 0; i < keys.size(); i++) {
                    out.append(i == 0 ? "[" : ",")
                            .append(keys.get(i))
                            .append('=')
                            .append(Scalars.shown(values.get(i)));
                }
                yield out.append(']').toString();
            }
        };
    }
}
