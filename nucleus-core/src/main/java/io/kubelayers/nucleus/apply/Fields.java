package io.kubelayers.nucleus.apply;

import io.kubelayers.nucleus.apply.Shape.ListShape;
import io.kubelayers.nucleus.apply.Shape.MapShape;
import io.kubelayers.nucleus.apply.Shape.Relation;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Finds the fields that a tree mentions: its leaves, and its items of lists and of free objects. */
final class Fields {
    private Fields() {}

    static FieldSet of(Shape shape, @Nullable Object tree) {
        var set = new FieldSet.Builder();
        collect(shape, tree, set);
        return set.build();
    }

    /** Adds what lies below a value; whether the value itself is a leaf. */
    private static boolean collect(Shape shape, @Nullable Object value, FieldSet.Builder below) {
        return switch (shape.as(value)) {
            case SCALAR -> true;
            case MAP -> map(Objects.requireNonNull(shape.map()), value, below);
            case LIST -> list(Objects.requireNonNull(shape.list()), value, below);
            case NOTHING -> false;
        };
    }

    private static boolean map(MapShape shape, @Nullable Object value, FieldSet.Builder below) {
        if (shape.isAtomic()) {
            return true;
        }
        if (value instanceof Map<?, ?> map) {
            for (var entry : map.entrySet()) {
                var name = (String) entry.getKey();
                var member = entry.getValue();
                var inner = new FieldSet.Builder();
                var field = shape.member(name);
                boolean leaf = collect(field.shape(), member, inner);
                boolean empty = member == null || member instanceof Map<?, ?> members && members.isEmpty();
                below.add(field.element(), leaf || empty || !field.declared(), inner.build());
            }
        }
        return false;
    }

    private static boolean list(ListShape shape, @Nullable Object value, FieldSet.Builder below) {
        if (shape.relation() == Relation.ATOMIC) {
            return true;
        }
        if (value instanceof List<?> list) {
            var elements = ListItems.lenient(shape, list);
            var repeated = repeated(elements);
            for (var element : repeated) {
                below.add(element, true, FieldSet.EMPTY);
            }
            for (int i = 0; i < elements.size(); i++) {
                var element = elements.get(i);
                if (element != null && !repeated.contains(element)) {
                    var inner = new FieldSet.Builder();
                    collect(shape.item(), list.get(i), inner);
                    below.add(element, true, inner.build());
                }
            }
        }
        return false;
    }

    /** The elements that occur more than once. */
    private static Set<PathElement> repeated(List<@Nullable PathElement> elements) {
        if (elements.size() < 2) {
            return Set.of();
        }
        var seen = new HashSet<PathElement>();
        Set<PathElement> repeated = Set.of();
        for (var element : elements) {
            if (element != null && !seen.add(element)) {
                repeated = repeated.isEmpty() ? new LinkedHashSet<>() : repeated;
                repeated.add(element);
            }
        }
        return repeated;
    }
}
