package io.kubelayers.nucleus.apply;

import io.kubelayers.nucleus.apiextensions.JSONSchemaProps;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * How values of a type merge: as a scalar, a list or an object; a type without schema may be any of them.
 *
 * <p>Structured-merge-diff calls this an atom. Parts are found when first needed, since types contain one another.
 */
public final class Shape {
    /** What a scalar must be. */
    enum Scalar {
        NUMERIC,
        STRING,
        BOOLEAN,
        UNTYPED
    }

    /** How the items of a list relate. */
    enum Relation {
        ATOMIC,
        SET,
        KEYED
    }

    /** A type that allows nothing, of what the schema does not know. */
    static final Shape NONE = new Shape(null, null, null);

    /** A list. */
    static final class ListShape {
        private final Relation relation;
        private final List<String> keys;
        private final Map<String, Object> defaults;
        private final Supplier<Shape> items;
        private volatile @Nullable Shape item;

        /** Keys in alphabetical order; defaults stand in for keys that an item does not have. */
        ListShape(Relation relation, List<String> keys, Map<String, Object> defaults, Supplier<Shape> items) {
            this.relation = relation;
            this.keys = keys.stream().sorted().toList();
            this.defaults = defaults;
            this.items = items;
        }

        Relation relation() {
            return relation;
        }

        List<String> keys() {
            return keys;
        }

        Map<String, Object> defaults() {
            return defaults;
        }

        Shape item() {
            var known = item;
            if (known == null) {
                known = items.get();
                item = known;
            }
            return known;
        }
    }

    /** An object: declared fields, free members, or both. */
    static final class MapShape {
        private final boolean atomic;
        private final Map<String, Supplier<Shape>> fields;
        private final @Nullable Supplier<Shape> others;
        private final Map<String, Member> known = new ConcurrentHashMap<>();

        /**
         * A member of an object.
         *
         * @param declared whether the type has a field of that name
         */
        record Member(PathElement element, Shape shape, boolean declared) {}

        MapShape(boolean atomic, Map<String, Supplier<Shape>> fields, @Nullable Supplier<Shape> others) {
            this.atomic = atomic;
            this.fields = fields;
            this.others = others;
        }

        boolean isAtomic() {
            return atomic;
        }

        boolean declares(String name) {
            return fields.containsKey(name);
        }

        /** Whether an object may have a member of that name. */
        boolean allows(String name) {
            return others != null || declares(name);
        }

        /** A member by its name; of no shape if it is not allowed. */
        Member member(String name) {
            var member = known.get(name);
            return member != null ? member : declares(name) ? declared(name) : free(name);
        }

        private Member declared(String name) {
            var shape = Objects.requireNonNull(fields.get(name)).get();
            var member = new Member(PathElement.field(name), shape, true);
            known.put(name, member);
            return member;
        }

        private Member free(String name) {
            return new Member(PathElement.field(name), others == null ? NONE : others.get(), false);
        }
    }

    private final @Nullable Scalar scalar;
    private final @Nullable ListShape list;
    private final @Nullable MapShape map;

    Shape(@Nullable Scalar scalar, @Nullable ListShape list, @Nullable MapShape map) {
        this.scalar = scalar;
        this.list = list;
        this.map = map;
    }

    static Shape of(Scalar scalar) {
        return new Shape(scalar, null, null);
    }

    static Shape of(ListShape list) {
        return new Shape(null, list, null);
    }

    static Shape of(MapShape map) {
        return new Shape(null, null, map);
    }

    /** The shape of a record's objects, from its annotations. */
    public static Shape of(Class<? extends Record> record) {
        return RecordShapes.of(record);
    }

    /** The shape of custom objects, from the schema of their definition. */
    public static Shape of(JSONSchemaProps schema) {
        return OpenApiShapes.root(schema);
    }

    /** The shape of objects of which nothing is known: objects merge, lists are replaced. */
    public static Shape deduced() {
        return Deduced.SHAPE;
    }

    /** The shape of a value that is owned as a whole, whatever it is, such as an object kept for others. */
    static Shape opaque() {
        return Deduced.ATOMIC;
    }

    @Nullable
    Scalar scalar() {
        return scalar;
    }

    @Nullable
    ListShape list() {
        return list;
    }

    @Nullable
    MapShape map() {
        return map;
    }

    /** Whether a value is owned as a whole, whatever it is. */
    boolean isAtomic() {
        return map != null ? map.atomic : list != null && list.relation == Relation.ATOMIC;
    }

    /** Which of the three a value is, as far as the type allows it. */
    enum As {
        SCALAR,
        LIST,
        MAP,
        NOTHING
    }

    As as(@Nullable Object value) {
        if (value instanceof Map && map != null) {
            return As.MAP;
        } else if (value instanceof List && list != null) {
            return As.LIST;
        } else if (value != null && !(value instanceof Map) && !(value instanceof List) && scalar != null) {
            return As.SCALAR;
        }
        return map != null ? As.MAP : scalar != null ? As.SCALAR : list != null ? As.LIST : As.NOTHING;
    }

    /** Types that are their own parts. */
    private static final class Deduced {
        static final Shape ATOMIC = atomic();
        static final Shape SHAPE = shape();

        private static Shape atomic() {
            return new Shape(
                    Scalar.UNTYPED,
                    new ListShape(Relation.ATOMIC, List.of(), Map.of(), () -> Deduced.ATOMIC),
                    new MapShape(true, Map.of(), () -> Deduced.ATOMIC));
        }

        private static Shape shape() {
            return new Shape(
                    Scalar.UNTYPED,
                    new ListShape(Relation.ATOMIC, List.of(), Map.of(), () -> Deduced.ATOMIC),
                    new MapShape(false, Map.of(), () -> Deduced.SHAPE));
        }
    }
}
