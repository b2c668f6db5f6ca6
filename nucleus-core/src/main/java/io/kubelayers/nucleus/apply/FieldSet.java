package io.kubelayers.nucleus.apply;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A set of fields: a tree of path elements, each of which may be a member itself and have members below it.
 *
 * <p>Immutable; one sorted array a level, so that union, intersection and difference are merges of sorted arrays and
 * share what only one side has.
 */
public final class FieldSet {
    /** No field. */
    public static final FieldSet EMPTY = new FieldSet(new PathElement[0], new boolean[0], new FieldSet[0]);

    private final PathElement[] elements;
    private final boolean[] members;
    private final @Nullable FieldSet[] children;
    private volatile @Nullable String json;

    private FieldSet(PathElement[] elements, boolean[] members, @Nullable FieldSet[] children) {
        this.elements = elements;
        this.members = members;
        this.children = children;
    }

    /** Collects the elements of one level, in any order. Most levels are empty: it has no room before the first one. */
    static final class Builder {
        private PathElement[] elements = EMPTY.elements;
        private boolean[] members = EMPTY.members;
        private @Nullable FieldSet[] children = EMPTY.children;
        private int size;
        private boolean sorted = true;

        boolean isEmpty() {
            return size == 0;
        }

        void add(PathElement element, boolean member, FieldSet below) {
            if (!member && below.isEmpty()) {
                return;
            }
            if (size == elements.length) {
                int room = size == 0 ? 4 : size * 2;
                elements = Arrays.copyOf(elements, room);
                members = Arrays.copyOf(members, room);
                children = Arrays.copyOf(children, room);
            }
            sorted &= size == 0 || elements[size - 1].compareTo(element) < 0;
            elements[size] = element;
            members[size] = member;
            children[size++] = below.isEmpty() ? null : below;
        }

        FieldSet build() {
            if (size == 0) {
                return EMPTY;
            }
            if (!sorted) {
                return sorted();
            }
            return size == elements.length
                    ? new FieldSet(elements, members, children)
                    : new FieldSet(
                            Arrays.copyOf(elements, size), Arrays.copyOf(members, size), Arrays.copyOf(children, size));
        }

        private FieldSet sorted() {
            var byElement = new TreeMap<PathElement, FieldSet>();
            for (int i = 0; i < size; i++) {
                var one = new FieldSet(
                        new PathElement[] {elements[i]}, new boolean[] {members[i]}, new FieldSet[] {children[i]});
                byElement.merge(elements[i], one, FieldSet::union);
            }
            var ordered = new Builder();
            byElement.forEach((element, one) -> ordered.add(element, one.members[0], one.below(0)));
            return ordered.build();
        }
    }

    /** A set with one path. */
    static FieldSet of(PathElement... path) {
        var set = EMPTY;
        for (int i = path.length - 1; i >= 0; i--) {
            var level = new Builder();
            level.add(path[i], i == path.length - 1, set);
            set = level.build();
        }
        return set;
    }

    /** A set of fields, each as the names from the root on. */
    public static FieldSet ofFields(List<List<String>> paths) {
        var set = EMPTY;
        for (var path : paths) {
            set = set.union(of(path.stream().map(PathElement::field).toArray(PathElement[]::new)));
        }
        return set;
    }

    /**
     * Reads fieldsV1.
     *
     * @throws IllegalArgumentException if the tree is none
     */
    public static FieldSet read(@Nullable Object fieldsV1) {
        if (fieldsV1 instanceof FieldsV1 fields) {
            return fields.set();
        }
        var set = fieldsV1 instanceof Map<?, ?> map ? read(map) : EMPTY;
        return set;
    }

    private static FieldSet read(Map<?, ?> tree) {
        var level = new Builder();
        tree.forEach((key, value) -> {
            if (!key.equals(".")) {
                var inner = value instanceof Map<?, ?> map ? map : Map.of();
                var below = read(inner);
                level.add(PathElement.read((String) key), below.isEmpty() || inner.containsKey("."), below);
            }
        });
        return level.build();
    }

    /** As fieldsV1: a tree whose leaves are empty objects. */
    public Map<String, @Nullable Object> toTree() {
        var tree = new LinkedHashMap<String, @Nullable Object>(elements.length * 2);
        for (int i = 0; i < elements.length; i++) {
            var below = children[i];
            if (below == null) {
                tree.put(elements[i].written(), Map.of());
            } else if (members[i]) {
                var inner = new LinkedHashMap<String, @Nullable Object>();
                inner.put(".", Map.of());
                inner.putAll(below.toTree());
                tree.put(elements[i].written(), Collections.unmodifiableMap(inner));
            } else {
                tree.put(elements[i].written(), below.toTree());
            }
        }
        return Collections.unmodifiableMap(tree);
    }

    /** The JSON of {@link #toTree}, made once. */
    String json() {
        var known = json;
        if (known == null) {
            var text = new StringBuilder(256);
            write(false, text);
            known = text.toString();
            json = known;
        }
        return known;
    }

    private void write(boolean member, StringBuilder text) {
        text.append(member ? "{\".\":{}" : "{");
        for (int i = 0; i < elements.length; i++) {
            if (i > 0 || member) {
                text.append(',');
            }
            text.append(elements[i].quoted()).append(':');
            var below = children[i];
            if (below == null) {
                text.append("{}");
            } else {
                below.write(members[i], text);
            }
        }
        text.append('}');
    }

    public boolean isEmpty() {
        return elements.length == 0;
    }

    private FieldSet below(int index) {
        var below = children[index];
        return below == null ? EMPTY : below;
    }

    private int find(PathElement element) {
        return Arrays.binarySearch(elements, element);
    }

    boolean has(PathElement element) {
        int index = find(element);
        return index >= 0 && members[index];
    }

    /** What of the set lies below an element. */
    FieldSet below(PathElement element) {
        int index = find(element);
        return index < 0 ? EMPTY : below(index);
    }

    public FieldSet union(FieldSet other) {
        if (this == other || other.isEmpty()) {
            return this;
        } else if (isEmpty()) {
            return other;
        }
        var out = new Builder();
        int i = 0;
        int j = 0;
        while (i < elements.length || j < other.elements.length) {
            int order = order(i, other, j);
            if (order < 0) {
                out.add(elements[i], members[i], below(i++));
            } else if (order > 0) {
                out.add(other.elements[j], other.members[j], other.below(j++));
            } else {
                out.add(elements[i], members[i] || other.members[j], below(i++).union(other.below(j++)));
            }
        }
        return out.build();
    }

    /** The members that are in both. */
    public FieldSet intersection(FieldSet other) {
        if (this == other) {
            return this;
        } else if (isEmpty() || other.isEmpty()) {
            return EMPTY;
        }
        var out = new Builder();
        int i = 0;
        int j = 0;
        while (i < elements.length && j < other.elements.length) {
            int order = order(i, other, j);
            if (order < 0) {
                i++;
            } else if (order > 0) {
                j++;
            } else {
                out.add(elements[i], members[i] && other.members[j], below(i++).intersection(other.below(j++)));
            }
        }
        return out.build();
    }

    /** The members that are not in the other; one that is there does not take along what lies below it. */
    public FieldSet difference(FieldSet other) {
        return without(other, false);
    }

    /** The members that are not in the other, and do not lie below one of its members. */
    public FieldSet recursiveDifference(FieldSet other) {
        return without(other, true);
    }

    private FieldSet without(FieldSet other, boolean recursive) {
        if (isEmpty() || other.isEmpty()) {
            return this;
        } else if (this == other) {
            return EMPTY;
        }
        var out = new Builder();
        int i = 0;
        int j = 0;
        while (i < elements.length) {
            int order = order(i, other, j);
            if (order < 0) {
                out.add(elements[i], members[i], below(i++));
            } else if (order > 0) {
                j++;
            } else {
                var kept = recursive && other.members[j] ? EMPTY : below(i).without(other.below(j), recursive);
                out.add(elements[i], members[i] && !other.members[j], kept);
                i++;
                j++;
            }
        }
        return out.build();
    }

    private int order(int i, FieldSet other, int j) {
        if (i == elements.length) {
            return 1;
        } else if (j == other.elements.length) {
            return -1;
        }
        return elements[i].compareTo(other.elements[j]);
    }

    /** The set with every declared field that has members below it as a member too. */
    FieldSet withNamedFields(Shape shape) {
        var out = new Builder();
        var map = shape.map();
        for (int i = 0; i < elements.length; i++) {
            var element = elements[i];
            var below = below(i);
            boolean member = members[i];
            Shape inner = Shape.NONE;
            if (element.isField() && map != null) {
                inner = map.member(element.name()).shape();
                member |= !below.isEmpty() && map.declares(element.name());
            } else if (element.isKey() && shape.list() != null) {
                inner = shape.list().item();
            }
            out.add(element, member, below.isEmpty() ? EMPTY : below.withNamedFields(inner));
        }
        return out.build();
    }

    /** The set as it is once lists and objects that have become atomic are owned as a whole. */
    FieldSet reconciled(Shape shape) {
        var out = new Builder();
        boolean changed = false;
        for (int i = 0; i < elements.length; i++) {
            var element = elements[i];
            var below = below(i);
            Shape inner = Shape.NONE;
            if (element.isField() && shape.map() != null) {
                inner = shape.map().member(element.name()).shape();
            } else if (!element.isField() && shape.list() != null) {
                inner = shape.list().item();
            }
            if (!below.isEmpty() && inner.isAtomic()) {
                out.add(element, true, EMPTY);
                changed = true;
                continue;
            }
            var kept = below.isEmpty() || inner == Shape.NONE ? below : below.reconciled(inner);
            changed |= kept != below;
            out.add(element, members[i], kept);
        }
        return changed ? out.build() : this;
    }

    /** Calls with each member as a path, those of a level before those below. */
    void forEach(Consumer<List<PathElement>> action) {
        forEach(new ArrayList<>(), action);
    }

    private void forEach(List<PathElement> prefix, Consumer<List<PathElement>> action) {
        for (int i = 0; i < elements.length; i++) {
            if (members[i]) {
                prefix.add(elements[i]);
                action.accept(prefix);
                prefix.remove(prefix.size() - 1);
            }
        }
        for (int i = 0; i < elements.length; i++) {
            if (children[i] != null) {
                prefix.add(elements[i]);
                below(i).forEach(prefix, action);
                prefix.remove(prefix.size() - 1);
            }
        }
    }

    /** The members as paths such as {@code .spec.replicas}. */
    public List<String> paths() {
        var paths = new ArrayList<String>();
        forEach(path -> paths.add(text(path)));
        return paths;
    }

    static String text(List<PathElement> path) {
        var text = new StringBuilder();
        path.forEach(text::append);
        return text.toString();
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof FieldSet set
                && Arrays.equals(elements, set.elements)
                && Arrays.equals(members, set.members)
                && Arrays.equals(children, set.children);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(elements) * 31 + Arrays.hashCode(children);
    }

    @Override
    public String toString() {
        return String.join("\n", paths());
    }
}
