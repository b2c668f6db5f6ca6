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
        check.value(shape, tree, Place.ROOT);
        if (check.errors.size() == 1) {
            throw new TypeMismatchException(check.errors.get(0));
        } else if (!check.errors.isEmpty()) {
            throw new TypeMismatchException("errors:\n  " + String.join("\n  ", check.errors));
        }
    }

    /** Where in the tree we are; the text is made for errors only. */
    private record Place(@Nullable Place outer, Object step) {
        static final Place ROOT = new Place(null, "");

        Place field(String name) {
            return new Place(this, name);
        }

        Place item(PathElement element) {
            return new Place(this, element);
        }

        @Override
        public String toString() {
            return outer == null ? "" : outer + (step instanceof String ? "." + step : step.toString());
        }
    }

    private void error(Place path, String message) {
        errors.add(path == Place.ROOT ? message : path + ": " + message);
    }

    private void value(Shape shape, @Nullable Object value, Place path) {
        switch (shape.as(value)) {
            case MAP -> map(java.util.Objects.requireNonNull(shape.map()), value, path);
            case LIST -> list(java.util.Objects.requireNonNull(shape.list()), value, path);
            case SCALAR -> scalar(java.util.Objects.requireNonNull(shape.scalar()), value, path);
            case NOTHING -> error(path, "schema error: invalid atom");
        }
    }

    private void scalar(Shape.Scalar wanted, @Nullable Object value, Place path) {
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

    private void map(MapShape shape, @Nullable Object value, Place path) {
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
                error(path.field(name), "field not declared in schema");
                return;
            }
            value(shape.member(name).shape(), entry.getValue(), path.field(name));
        }
    }

    private void list(ListShape shape, @Nullable Object value, Place path) {
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
            value(shape.item(), item, path.item(element));
        }
    }
}
