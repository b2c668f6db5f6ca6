package io.kubelayers.nucleus.apply;

import io.kubelayers.nucleus.apply.Shape.ListShape;
import io.kubelayers.nucleus.apply.Shape.MapShape;
import io.kubelayers.nucleus.apply.Shape.Relation;
import io.kubelayers.nucleus.patch.GoText;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Tells whether a tree has its shape, every place where it has not. */
final class ShapeCheck {
    private final boolean duplicates;
    private final List<String> errors = new ArrayList<>();

    private ShapeCheck(boolean duplicates) {
        this.duplicates = duplicates;
    }

    /**
     * Refuses what does not fit.
     *
     * @param duplicates whether keys may occur more than once in a list, as in stored objects
     */
    static void require(Shape shape, @Nullable Object tree, boolean duplicates) {
        var check = new ShapeCheck(duplicates);
        check.value(shape, tree, "");
        if (check.errors.size() == 1) {
            throw new TypeMismatchException(check.errors.get(0));
        } else if (!check.errors.isEmpty()) {
            throw new TypeMismatchException("errors:\n  " + String.join("\n  ", check.errors));
        }
    }

    private void error(String path, String message) {
        errors.add(path.isEmpty() ? message : path + ": " + message);
    }

    private void value(Shape shape, @Nullable Object value, String path) {
        switch (shape.as(value)) {
            case MAP -> map(java.util.Objects.requireNonNull(shape.map()), value, path);
            case LIST -> list(java.util.Objects.requireNonNull(shape.list()), value, path);
            case SCALAR -> scalar(java.util.Objects.requireNonNull(shape.scalar()), value, path);
            case NOTHING -> error(path, "schema error: invalid atom");
        }
    }

    private void scalar(Shape.Scalar wanted, @Nullable Object value, String path) {
        if (value == null) {
            return;
        }
        switch (wanted) {
            case NUMERIC -> {
                if (!(value instanceof Number)) {
                    error(path, "expected numeric (int or float), got " + goType(value));
                }
            }
            case STRING -> {
                if (!(value instanceof String)) {
                    error(path, "expected string, got &value.valueUnstructured{Value:" + goSyntax(value) + "}");
                }
            }
            case BOOLEAN -> {
                if (!(value instanceof Boolean)) {
                    error(path, "expected boolean, got &{" + GoText.of(value) + "}");
                }
            }
            case UNTYPED -> {
                if (value instanceof Map || value instanceof List) {
                    error(path, "expected any scalar, got &{" + GoText.of(value) + "}");
                }
            }
        }
    }

    private static String goType(Object value) {
        if (value instanceof String) {
            return "string";
        } else if (value instanceof Boolean) {
            return "bool";
        }
        return value instanceof Map ? "map[string]interface {}" : "[]interface {}";
    }

    private static String goSyntax(Object value) {
        if (value instanceof Map) {
            return "map[string]interface {}{...}";
        }
        return value instanceof List ? "[]interface {}{...}" : String.valueOf(value);
    }

    private void map(MapShape shape, @Nullable Object value, String path) {
        if (value == null) {
            return;
        }
        if (!(value instanceof Map<?, ?> map)) {
            error(path, "expected map, got &{" + GoText.of(value) + "}");
            return;
        }
        for (var entry : map.entrySet()) {
            var name = (String) entry.getKey();
            if (!shape.allows(name)) {
                error(path + "." + name, "field not declared in schema");
                return;
            }
            value(shape.member(name), entry.getValue(), path + "." + name);
        }
    }

    private void list(ListShape shape, @Nullable Object value, String path) {
        if (value == null) {
            return;
        }
        if (!(value instanceof List<?> list)) {
            error(path, "expected list, got &{" + GoText.of(value) + "}");
            return;
        }
        var seen = new HashSet<PathElement>();
        for (int i = 0; i < list.size(); i++) {
            var item = list.get(i);
            PathElement element;
            if (shape.relation() == Relation.ATOMIC) {
                element = PathElement.index(i);
            } else {
                try {
                    element = ListItems.element(shape, item);
                } catch (TypeMismatchException e) {
                    error(path, "element " + i + ": " + e.message());
                    return;
                }
                if (!seen.add(element) && !duplicates) {
                    error(path, "duplicate entries for key " + element);
                }
            }
            value(shape.item(), item, path + element);
        }
    }
}
