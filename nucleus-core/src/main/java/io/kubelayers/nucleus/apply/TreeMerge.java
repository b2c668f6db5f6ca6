package io.kubelayers.nucleus.apply;

import io.kubelayers.nucleus.apply.Shape.As;
import io.kubelayers.nucleus.apply.Shape.ListShape;
import io.kubelayers.nucleus.apply.Shape.MapShape;
import io.kubelayers.nucleus.apply.Shape.Relation;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Merges an applied tree into a live one: where both have a leaf, the applied one wins; nothing is removed. */
final class TreeMerge {
    private static final Object ABSENT = new Object();

    private TreeMerge() {}

    /**
     * The merged tree. Parts that the applied tree does not change are shared with the live one, be it all of it.
     *
     * @throws TypeMismatchException if a list of the applied tree names an item twice
     */
    static @Nullable Object merge(Shape shape, @Nullable Object live, @Nullable Object applied) {
        var merged = value(shape, live, applied);
        return merged == ABSENT ? null : merged;
    }

    private static @Nullable Object value(Shape shape, @Nullable Object live, @Nullable Object applied) {
        if (applied == ABSENT && !(live instanceof List)) {
            return unchanged(shape, live);
        }
        return switch (applied == ABSENT ? shape.as(live) : shape.as(applied)) {
            case MAP -> maps(Objects.requireNonNull(shape.map()), live, applied);
            case LIST -> lists(Objects.requireNonNull(shape.list()), live, applied);
            case SCALAR -> leaf(live, applied);
            case NOTHING -> ABSENT;
        };
    }

    /** A live value that is not applied is kept as it is, save that objects left without members vanish. */
    private static @Nullable Object unchanged(Shape shape, @Nullable Object live) {
        return shape.as(live) == As.NOTHING ? ABSENT : live;
    }

    private static @Nullable Object leaf(@Nullable Object live, @Nullable Object applied) {
        return applied == ABSENT || live != null && live.equals(applied) ? live : applied;
    }

    private static @Nullable Object maps(MapShape shape, @Nullable Object live, @Nullable Object applied) {
        Map<?, ?> left = live instanceof Map<?, ?> map ? map : Map.of();
        Map<?, ?> right = applied instanceof Map<?, ?> map ? map : Map.of();
        if (shape.isAtomic() || left.isEmpty() && right.isEmpty()) {
            return leaf(live, applied);
        }
        Map<String, @Nullable Object> out = new LinkedHashMap<>((left.size() + right.size()) * 2);
        boolean same = true;
        for (var entry : left.entrySet()) {
            var name = (String) entry.getKey();
            var before = entry.getValue();
            var other = right.get(name);
            var merged = value(
                    shape.member(name).shape(), before, other == null && !right.containsKey(name) ? ABSENT : other);
            same &= merged == before;
            put(name, merged, out);
        }
        for (var entry : right.entrySet()) {
            var name = (String) entry.getKey();
            if (!left.containsKey(name)) {
                same = false;
                put(name, value(shape.member(name).shape(), ABSENT, entry.getValue()), out);
            }
        }
        return out.isEmpty() ? ABSENT : same ? live : out;
    }

    private static void put(String name, @Nullable Object value, Map<String, @Nullable Object> out) {
        if (value != ABSENT) {
            out.put(name, value);
        }
    }

    private static @Nullable Object lists(ListShape shape, @Nullable Object live, @Nullable Object applied) {
        List<?> left = live instanceof List<?> list ? list : List.of();
        List<?> right = applied instanceof List<?> list ? list : List.of();
        if (shape.relation() == Relation.ATOMIC || left.isEmpty() && right.isEmpty()) {
            return leaf(live, applied);
        }
        if (right.isEmpty()) {
            return live;
        }
        var out = new KeyedMerge(shape, left, right).merge();
        return out.isEmpty() ? ABSENT : sameItems(left, out) ? live : out;
    }

    @SuppressWarnings("ReferenceEquality") // items that nothing was merged into are shared
    private static boolean sameItems(List<?> one, List<?> other) {
        if (one.size() != other.size()) {
            return false;
        }
        for (int i = 0; i < one.size(); i++) {
            if (one.get(i) != other.get(i)) {
                return false;
            }
        }
        return true;
    }

    /**
     * Interleaves two lists of keyed items: live items keep their order among themselves, applied items theirs, and items
     * of both stand where the applied list has them.
     */
    private static final class KeyedMerge {
        private final ListShape shape;
        private final List<?> left;
        private final List<PathElement> leftOrder = new ArrayList<>();
        private final List<PathElement> rightOrder = new ArrayList<>();
        private final Map<PathElement, @Nullable Object> lefts = new HashMap<>();
        private final Map<PathElement, @Nullable Object> rights = new HashMap<>();
        private final Deque<PathElement> shared = new ArrayDeque<>();
        private final HashSet<PathElement> merged = new HashSet<>();
        private final List<@Nullable Object> out = new ArrayList<>();

        KeyedMerge(ListShape shape, List<?> left, List<?> right) {
            this.shape = shape;
            this.left = left;
            for (int i = 0; i < right.size(); i++) {
                var element = element(i, right.get(i));
                if (rights.containsKey(element)) {
                    throw new TypeMismatchException("duplicate entries for key " + element);
                }
                rights.put(element, right.get(i));
                rightOrder.add(element);
            }
            for (int i = 0; i < left.size(); i++) {
                var element = element(i, left.get(i));
                // items that occur more than once are not merged with a new value
                lefts.put(element, lefts.containsKey(element) ? null : left.get(i));
                leftOrder.add(element);
            }
            for (var element : rightOrder) {
                if (lefts.containsKey(element)) {
                    shared.add(element);
                }
            }
        }

        private PathElement element(int index, @Nullable Object item) {
            try {
                return ListItems.element(shape, item);
            } catch (TypeMismatchException e) {
                throw new TypeMismatchException("element " + index + ": " + e.message());
            }
        }

        List<@Nullable Object> merge() {
            int l = 0;
            int r = 0;
            var next = shared.poll();
            while (l < leftOrder.size() || r < rightOrder.size()) {
                if (l < leftOrder.size() && r < rightOrder.size()) {
                    var element = leftOrder.get(l);
                    if (element.equals(rightOrder.get(r))) {
                        take(element);
                        l++;
                        r++;
                        next = shared.poll();
                        continue;
                    }
                    if (rights.containsKey(element) && next != null && !next.equals(element)) {
                        l++;
                        continue;
                    }
                }
                if (l < leftOrder.size()) {
                    var element = leftOrder.get(l);
                    if (!rights.containsKey(element)) {
                        add(value(shape.item(), left.get(l), ABSENT));
                        l++;
                        continue;
                    } else if (merged.contains(element)) {
                        l++;
                    }
                }
                if (r < rightOrder.size()) {
                    var element = rightOrder.get(r++);
                    take(element);
                    if (element.equals(next)) {
                        next = shared.poll();
                    }
                }
            }
            return out;
        }

        private void take(PathElement element) {
            merged.add(element);
            var before = lefts.get(element);
            add(value(shape.item(), before == null ? ABSENT : before, rights.get(element)));
        }

        private void add(@Nullable Object value) {
            if (value != ABSENT) {
                out.add(value);
            }
        }
    }
}
