package io.kubelayers.nucleus.apply;

import io.kubelayers.nucleus.apply.Shape.ListShape;
import io.kubelayers.nucleus.apply.Shape.MapShape;
import io.kubelayers.nucleus.apply.Shape.Relation;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Takes fields and items out of a tree. What becomes empty by it becomes null. */
final class TreeRemoval {
    private TreeRemoval() {}

    static @Nullable Object without(Shape shape, @Nullable Object value, FieldSet removed) {
        return switch (shape.as(value)) {
            case MAP -> map(Objects.requireNonNull(shape.map()), value, removed);
            case LIST -> list(Objects.requireNonNull(shape.list()), value, removed);
            case SCALAR -> value;
            case NOTHING -> null;
        };
    }

    private static @Nullable Object map(MapShape shape, @Nullable Object value, FieldSet removed) {
        if (!(value instanceof Map<?, ?> map) || map.isEmpty() || shape.isAtomic()) {
            return null;
        }
        Map<String, @Nullable Object> kept = new LinkedHashMap<>(map.size() * 2);
        for (var entry : map.entrySet()) {
            var name = (String) entry.getKey();
            var member = shape.member(name);
            var element = member.element();
            if (!removed.has(element)) {
                var below = removed.below(element);
                kept.put(name, below.isEmpty() ? entry.getValue() : without(member.shape(), entry.getValue(), below));
            }
        }
        return kept.isEmpty() ? null : kept;
    }

    private static @Nullable Object list(ListShape shape, @Nullable Object value, FieldSet removed) {
        if (!(value instanceof List<?> list) || list.isEmpty() || shape.relation() == Relation.ATOMIC) {
            return null;
        }
        List<@Nullable Object> kept = new ArrayList<>(list.size());
        var elements = ListItems.lenient(shape, list);
        for (int i = 0; i < list.size(); i++) {
            var element = elements.get(i);
            if (element == null) {
                kept.add(list.get(i));
            } else if (!removed.has(element)) {
                var below = removed.below(element);
                kept.add(below.isEmpty() ? list.get(i) : without(shape.item(), list.get(i), below));
            }
        }
        return kept.isEmpty() ? null : kept;
    }
}
