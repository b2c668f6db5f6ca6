package io.kubelayers.nucleus.api;

import java.lang.annotation.Annotation;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One field of an API type: its name on the wire, its type and everything its annotations say, as data.
 *
 * <p>Made by {@link RecordSchema}. Reading a value costs one call, no reflection.
 */
public final class FieldSchema {
    private final int index;
    private final String name;
    private final String component;
    private final FieldType type;
    private final boolean primitive;
    private final @Nullable Object zero;
    private final Accessor accessor;
    private final Annotation[] annotations;
    private final boolean written;

    FieldSchema(
            int index,
            String name,
            String component,
            FieldType type,
            boolean primitive,
            @Nullable Object zero,
            Accessor accessor,
            Annotation[] annotations) {
        this.index = index;
        this.name = name;
        this.component = component;
        this.type = type;
        this.primitive = primitive;
        this.zero = zero;
        this.accessor = accessor;
        this.annotations = annotations;
        this.written = has(Written.class) || has(Required.class) && !has(OmitEmpty.class);
    }

    /** Position among the record's components, from 0. */
    public int index() {
        return index;
    }

    /** Name on the wire, such as {@code continue}. */
    public String name() {
        return name;
    }

    /** Name of the record component, such as {@code continueToken}. */
    public String component() {
        return component;
    }

    public FieldType type() {
        return type;
    }

    /** Whether null stands for absence; otherwise {@link #zero()} does. */
    public boolean nullable() {
        return zero == null;
    }

    /** What the record holds when the field is absent: null, an empty list or map, an empty struct, "", 0 or false. */
    public @Nullable Object zero() {
        return zero;
    }

    /** Whether the component is a Java primitive, so that 0 and false can't be told from absence. */
    public boolean primitive() {
        return primitive;
    }

    /**
     * Whether the field appears in output even when it is absent, as Go writes fields without {@code omitempty} (and
     * structs even with it).
     */
    public boolean written() {
        return written;
    }

    /** The field's value in a record of the type it belongs to. */
    public @Nullable Object get(Object record) {
        return accessor.get(record);
    }

    /** Whether the published schema lists the field as required. */
    public boolean required() {
        return has(Required.class);
    }

    /** Whether server-side apply and structural merging treat the value as one; see {@link #listType()} for lists. */
    public boolean atomic() {
        return has(Atomic.class);
    }

    /** Whether server-side apply merges the struct field by field although its type is atomic elsewhere. */
    public boolean granular() {
        return has(Granular.class);
    }

    /** How server-side apply merges the field if it is a list. */
    public ListType listType() {
        return has(ListMap.class) ? ListType.MAP : has(ListSet.class) ? ListType.SET : ListType.ATOMIC;
    }

    /** The fields that identify an item of a {@link ListType#MAP} list; empty otherwise. */
    public List<String> listKeys() {
        return annotation(ListMap.class).map(keys -> List.of(keys.value())).orElse(List.of());
    }

    /** The strategic merge key; present but empty when the items are scalars that merge as a set. */
    public Optional<String> mergeKey() {
        return annotation(MergeKey.class).map(MergeKey::value);
    }

    /** Strategies of strategic merge patch: {@code merge}, {@code replace}, {@code retainKeys}; empty means the type's usual one. */
    public List<String> patchStrategies() {
        Optional<PatchStrategy> strategy = annotation(PatchStrategy.class);
        if (strategy.isPresent()) {
            return List.of(strategy.get().value());
        }
        return has(MergeKey.class) ? List.of("merge") : List.of();
    }

    /** The value set where the field is absent, as JSON scalar text. */
    public Optional<String> defaultValue() {
        return annotation(Default.class).map(Default::value);
    }

    /** The constants known for a string field, in declaration order; empty if it has none. */
    public List<String> enumValues() {
        return annotation(EnumValues.class)
                .map(values -> EnumConstants.of(values.value()))
                .orElse(List.of());
    }

    /** Upstream's name of the string type that the constants are of, such as {@code core/v1.RestartPolicy}. */
    public Optional<TypeId> enumId() {
        return annotation(EnumValues.class).map(values -> TypeId.of(values.value()));
    }

    /** Whether values outside {@link #enumValues()} are errors. */
    public boolean enumClosed() {
        return annotation(EnumValues.class).map(EnumValues::closed).orElse(false);
    }

    /** Protobuf field number, or the numbers on the path through embedded messages; empty if the type has no protobuf form. */
    public List<Integer> protobuf() {
        Optional<Pb> numbers = annotation(Pb.class);
        if (numbers.isEmpty()) {
            return List.of();
        }
        return Arrays.stream(numbers.get().value()).boxed().toList();
    }

    /** Whether the field carries the annotation. */
    public boolean has(Class<? extends Annotation> annotation) {
        for (Annotation candidate : annotations) {
            if (candidate.annotationType() == annotation) {
                return true;
            }
        }
        return false;
    }

    /** The annotation of that type, such as {@link Limits} or {@link OneOf}. */
    public <A extends Annotation> Optional<A> annotation(Class<A> type) {
        for (Annotation candidate : annotations) {
            if (candidate.annotationType() == type) {
                return Optional.of(type.cast(candidate));
            }
        }
        return Optional.empty();
    }

    @Override
    public String toString() {
        return name + ": " + type;
    }
}
