package io.kubelayers.nucleus.apply;

import io.kubelayers.nucleus.apply.Shape.As;
import io.kubelayers.nucleus.apply.Shape.ListShape;
import io.kubelayers.nucleus.apply.Shape.MapShape;
import io.kubelayers.nucleus.apply.Shape.Relation;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What changed from one tree to another.
 *
 * @param added fields of the second only
 * @param modified fields of both whose values differ
 * @param removed fields of the first only
 */
record Comparison(FieldSet added, FieldSet modified, FieldSet removed) {
    static final Comparison SAME = new Comparison(FieldSet.EMPTY, FieldSet.EMPTY, FieldSet.EMPTY);

    private static final int ADDED = 1;
    private static final int MODIFIED = 2;
    private static final int REMOVED = 4;

    /** Stands for a value that is not there, as null is a value. */
    private static final Object ABSENT = new Object();

    /** Compares whole trees. */
    static Comparison of(Shape shape, @Nullable Object before, @Nullable Object after) {
        if (before == after) {
            return SAME;
        }
        var level = new Level();
        compare(shape, before, after, level);
        return new Comparison(level.added(), level.modified(), level.removed());
    }

    /** The changes without those of fields that are not tracked. */
    Comparison without(FieldSet ignored) {
        return ignored.isEmpty()
                ? this
                : new Comparison(
                        added.recursiveDifference(ignored),
                        modified.recursiveDifference(ignored),
                        removed.recursiveDifference(ignored));
    }

    boolean isSame() {
        return added.isEmpty() && modified.isEmpty() && removed.isEmpty();
    }

    /** What changed on one level; most levels have no more than one sort of change, and most values none at all. */
    private static final class Level {
        private FieldSet.@Nullable Builder added;
        private FieldSet.@Nullable Builder modified;
        private FieldSet.@Nullable Builder removed;

        void add(PathElement element, int self, Level below) {
            added = with(added, element, (self & ADDED) != 0, below.added());
            modified = with(modified, element, (self & MODIFIED) != 0, below.modified());
            removed = with(removed, element, (self & REMOVED) != 0, below.removed());
        }

        private static FieldSet.@Nullable Builder with(
                FieldSet.@Nullable Builder set, PathElement element, boolean member, FieldSet below) {
            if (!member && below.isEmpty()) {
                return set;
            }
            var some = set == null ? new FieldSet.Builder() : set;
            some.add(element, member, below);
            return some;
        }

        void add(PathElement element, int self) {
            add(element, self, NOTHING_BELOW);
        }

        FieldSet added() {
            return added == null ? FieldSet.EMPTY : added.build();
        }

        FieldSet modified() {
            return modified == null ? FieldSet.EMPTY : modified.build();
        }

        FieldSet removed() {
            return removed == null ? FieldSet.EMPTY : removed.build();
        }
    }

    private static final Level NOTHING_BELOW = new Level();

    /** Adds what changed below a value; what became of the value itself. */
    private static int compare(Shape shape, @Nullable Object before, @Nullable Object after, Level below) {
        if (before == after) {
            return 0;
        }
        var as = shape.as(after == ABSENT ? before : after);
        int self = 0;
        boolean leaf = false;
        if (before != ABSENT && after != ABSENT) {
            var was = shape.as(before);
            if (was != as && before != null && after != null) {
                self = as(was, shape, before, after, below);
                self = self < 0 ? 0 : self;
            }
        }
        int result = as(as, shape, before, after, below);
        if (result >= 0) {
            leaf = true;
            self |= result;
        }
        if (!leaf) {
            self |= before == ABSENT ? ADDED : after == ABSENT ? REMOVED : 0;
        }
        return self;
    }

    /** What became of a leaf, or -1 if it is none. */
    private static int as(As as, Shape shape, @Nullable Object before, @Nullable Object after, Level below) {
        return switch (as) {
            case SCALAR -> leaf(before, after);
            case MAP -> maps(Objects.requireNonNull(shape.map()), before, after, below);
            case LIST -> lists(Objects.requireNonNull(shape.list()), before, after, below);
            case NOTHING -> 0;
        };
    }

    private static int leaf(@Nullable Object before, @Nullable Object after) {
        if (before == ABSENT) {
            return ADDED;
        } else if (after == ABSENT) {
            return REMOVED;
        }
        return Scalars.equal(before, after) ? 0 : MODIFIED;
    }

    private static int maps(MapShape shape, @Nullable Object before, @Nullable Object after, Level below) {
        Map<?, ?> left = before instanceof Map<?, ?> map ? map : Map.of();
        Map<?, ?> right = after instanceof Map<?, ?> map ? map : Map.of();
        if (shape.isAtomic() || left.isEmpty() && right.isEmpty()) {
            return leaf(before, after);
        }
        for (var entry : left.entrySet()) {
            var name = (String) entry.getKey();
            var changed = right.get(name);
            member(
                    shape,
                    name,
                    entry.getValue(),
                    changed == null && !right.containsKey(name) ? ABSENT : changed,
                    below);
        }
        for (var entry : right.entrySet()) {
            var name = (String) entry.getKey();
            if (!left.containsKey(name)) {
                member(shape, name, ABSENT, entry.getValue(), below);
            }
        }
        return -1;
    }

    private static void member(
            MapShape shape, String name, @Nullable Object before, @Nullable Object after, Level below) {
        if (before == after) {
            return;
        }
        var inner = new Level();
        var member = shape.member(name);
        int self = compare(member.shape(), before, after, inner);
        below.add(member.element(), self, inner);
    }

    private static int lists(ListShape shape, @Nullable Object before, @Nullable Object after, Level below) {
        List<?> left = before instanceof List<?> list ? list : List.of();
        List<?> right = after instanceof List<?> list ? list : List.of();
        if (shape.relation() == Relation.ATOMIC || left.isEmpty() && right.isEmpty()) {
            return leaf(before, after);
        }
        var lefts = byElement(shape, left);
        var rights = byElement(shape, right);
        lefts.forEach((element, items) -> items(shape, element, items, rights.getOrDefault(element, List.of()), below));
        rights.forEach((element, items) -> {
            if (!lefts.containsKey(element)) {
                items(shape, element, List.of(), items, below);
            }
        });
        return -1;
    }

    private static Map<PathElement, List<@Nullable Object>> byElement(ListShape shape, List<?> items) {
        Map<PathElement, List<@Nullable Object>> byElement = new LinkedHashMap<>(items.size() * 2);
        var elements = ListItems.lenient(shape, items);
        for (int i = 0; i < items.size(); i++) {
            var element = elements.get(i);
            if (element != null) {
                byElement.computeIfAbsent(element, any -> new ArrayList<>(1)).add(items.get(i));
            }
        }
        return byElement;
    }

    /** The items of one key; those that occur more than once are compared as one value. */
    private static void items(
            ListShape shape,
            PathElement element,
            List<@Nullable Object> before,
            List<@Nullable Object> after,
            Level below) {
        if (before.size() > 1 && after.size() > 1) {
            below.add(element, Scalars.equal(before, after) ? 0 : MODIFIED);
            return;
        }
        boolean repeated = before.size() > 1 || after.size() > 1;
        var left = before.size() == 1 ? before.get(0) : ABSENT;
        var right = after.size() == 1 ? after.get(0) : ABSENT;
        if (left != ABSENT || right != ABSENT) {
            var inner = new Level();
            int self = compare(shape.item(), left, right, inner);
            below.add(element, self, inner);
        }
        if (repeated) {
            below.add(element, before.size() > 1 ? REMOVED : ADDED);
        }
    }
}
