package io.kubelayers.interfaces.table;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A path into an object, as columns of custom resources have them: fields, list indexes, all elements of a list, and
 * those elements of which a field has a value.
 *
 * <pre>{@code
 * .spec.replicas    .spec.hosts[0]    .spec.hosts[*].name    .metadata.labels['app']
 * .status.conditions[?(@.type=="Ready")].status
 * }</pre>
 */
final class JsonPath {
    /** One part of a path: from values to the values below them. */
    private sealed interface Part {
        record Field(String name) implements Part {}

        record Index(int index) implements Part {}

        record All() implements Part {}

        record Having(JsonPath path, String value, boolean equal) implements Part {}
    }

    private final List<Part> parts;

    private JsonPath(List<Part> parts) {
        this.parts = parts;
    }

    /**
     * Reads a path.
     *
     * @throws JsonPathException if it is not one of the forms above
     */
    static JsonPath parse(String text) {
        var trimmed = text.startsWith("{") && text.endsWith("}") ? text.substring(1, text.length() - 1) : text;
        return new JsonPath(new Reader(trimmed).parts());
    }

    /** The values found, in their order. */
    List<Object> find(@Nullable Object tree) {
        var found = new ArrayList<Object>();
        if (tree != null) {
            found.add(tree);
        }
        for (var part : parts) {
            var below = new ArrayList<Object>();
            for (var value : found) {
                step(part, value, below);
            }
            found = below;
        }
        return found;
    }

    private static void step(Part part, Object value, List<Object> below) {
        if (part instanceof Part.Field field && value instanceof Map<?, ?> map) {
            add(map.get(field.name()), below);
        } else if (part instanceof Part.Index at && value instanceof List<?> list) {
            int index = at.index() < 0 ? list.size() + at.index() : at.index();
            if (index >= 0 && index < list.size()) {
                add(list.get(index), below);
            }
        } else if (part instanceof Part.All) {
            elements(value).forEach(element -> add(element, below));
        } else if (part instanceof Part.Having having && value instanceof List<?> list) {
            for (var element : list) {
                boolean equal = having.path().find(element).stream()
                        .anyMatch(found -> found.toString().equals(having.value()));
                if (equal == having.equal()) {
                    add(element, below);
                }
            }
        }
    }

    private static Iterable<?> elements(Object value) {
        return value instanceof List<?> list ? list : value instanceof Map<?, ?> map ? map.values() : List.of();
    }

    private static void add(@Nullable Object value, List<Object> below) {
        if (value != null) {
            below.add(value);
        }
    }

    /** Reads the parts of a path from left to right. */
    private static final class Reader {
        private final String text;
        private int at;

        Reader(String text) {
            this.text = text;
        }

        List<Part> parts() {
            var parts = new ArrayList<Part>();
            while (at < text.length()) {
                if (text.charAt(at) == '.') {
                    at++;
                    if (at < text.length() && text.charAt(at) != '[') {
                        parts.add(new Part.Field(word()));
                    }
                } else if (text.charAt(at) == '[') {
                    parts.add(bracket());
                } else {
                    throw new JsonPathException(text, "expected . or [ at position " + (at + 1));
                }
            }
            return parts;
        }

        private String word() {
            var word = new StringBuilder();
            while (at < text.length() && text.charAt(at) != '.' && text.charAt(at) != '[') {
                if (text.charAt(at) == '\\' && at + 1 < text.length()) {
                    at++;
                }
                word.append(text.charAt(at++));
            }
            if (word.isEmpty()) {
                throw new JsonPathException(text, "expected a field at position " + (at + 1));
            }
            return word.toString();
        }

        private Part bracket() {
            int end = text.indexOf(']', at);
            if (text.startsWith("[?(", at)) {
                end = text.indexOf(")]", at) + 1;
            }
            if (end <= 0) {
                throw new JsonPathException(text, "[ at position " + (at + 1) + " is not closed");
            }
            var inside = text.substring(at + 1, end);
            at = end + 1;
            if (inside.equals("*")) {
                return new Part.All();
            }
            if (inside.startsWith("?(")) {
                return having(inside.substring(2, inside.length() - 1));
            }
            if (inside.length() > 1 && (inside.charAt(0) == '\'' || inside.charAt(0) == '"')) {
                return new Part.Field(inside.substring(1, inside.length() - 1));
            }
            try {
                return new Part.Index(Integer.parseInt(inside));
            } catch (NumberFormatException e) {
                throw new JsonPathException(text, "[" + inside + "] is not supported");
            }
        }

        private Part having(String condition) {
            int operator = condition.indexOf("==");
            boolean equal = operator >= 0;
            if (!equal) {
                operator = condition.indexOf("!=");
            }
            if (operator < 0 || !condition.startsWith("@")) {
                throw new JsonPathException(text, "[?(" + condition + ")] is not supported");
            }
            var path = parse(condition.substring(1, operator).strip());
            var value = condition.substring(operator + 2).strip();
            boolean quoted = value.length() > 1 && (value.charAt(0) == '"' || value.charAt(0) == '\'');
            return new Part.Having(path, quoted ? value.substring(1, value.length() - 1) : value, equal);
        }
    }
}
