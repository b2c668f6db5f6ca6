package io.kubelayers.interfaces.expectation;

import io.kubelayers.interfaces.spelling.NearestName;
import java.nio.file.Path;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The fields of one expectation; each that is read is known, one that nobody reads is an error. */
final class Fields {
    private final String place;
    private final Path folder;
    private final Map<String, @Nullable Object> values;
    private final Set<String> known = new TreeSet<>();

    Fields(String place, Path folder, Map<String, @Nullable Object> values) {
        this.place = place;
        this.folder = folder;
        this.values = values;
    }

    String text(String name) {
        var value = optional(name);
        if (value.isEmpty()) {
            throw error("field " + name + " is missing");
        }
        return value;
    }

    String optional(String name) {
        var value = get(name);
        if (value == null || value instanceof String || value instanceof Number || value instanceof Boolean) {
            return value == null ? "" : value.toString();
        }
        throw error("field " + name + " is not a text");
    }

    int number(String name, int otherwise) {
        var value = get(name);
        if (value == null) {
            return otherwise;
        } else if (value instanceof Number number) {
            return number.intValue();
        }
        throw error("field " + name + " is not a number");
    }

    int number(String name) {
        int value = number(name, -1);
        if (value < 0) {
            throw error("field " + name + " is missing or negative");
        }
        return value;
    }

    /** A time such as {@code 90s}, {@code 5m} or {@code 1h30m}. */
    Duration duration(String name, Duration otherwise) {
        var text = optional(name);
        if (text.isEmpty()) {
            return otherwise;
        }
        try {
            return Duration.parse("PT" + text.toUpperCase(Locale.ROOT));
        } catch (DateTimeParseException e) {
            throw error("field " + name + " is not a time such as 90s, 5m or 1h30m");
        }
    }

    /** A list of texts; a single text is a list of one. */
    List<String> texts(String name) {
        var value = get(name);
        var texts = new ArrayList<String>();
        for (var one : value instanceof List<?> list ? list : value == null ? List.of() : List.of(value)) {
            texts.add(String.valueOf(one));
        }
        return texts;
    }

    /** A map of texts, by key. */
    Map<String, String> map(String name) {
        var value = get(name);
        var map = new TreeMap<String, String>();
        if (value instanceof Map<?, ?> given) {
            given.forEach((key, one) -> map.put(String.valueOf(key), String.valueOf(one)));
        } else if (value != null) {
            throw error("field " + name + " is not a map");
        }
        return map;
    }

    /** The manifests that fields {@code object}, {@code file} and {@code files} give. */
    GivenObjects objects() {
        var files = new ArrayList<>(texts("files"));
        files.addAll(texts("file"));
        var object = get("object");
        if (object != null && !(object instanceof Map)) {
            throw error("field object is not an object");
        }
        if (files.isEmpty() && object == null) {
            throw error("one of the fields file, files and object is needed");
        }
        return new GivenObjects(object, files.stream().map(folder::resolve).toList());
    }

    boolean has(String name) {
        return get(name) != null;
    }

    private @Nullable Object get(String name) {
        known.add(name);
        return values.get(name);
    }

    /** Refuses fields that nobody has read. */
    void checkAllRead() {
        for (var name : values.keySet()) {
            if (!known.contains(name)) {
                throw error("unknown field " + name + "; " + NearestName.hint(name, known));
            }
        }
    }

    ExpectationFileException error(String message) {
        return new ExpectationFileException(place, message);
    }
}
