package io.kubelayers.nucleus.api;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The structure of an API type, read from its record: the fields in declaration order (which is their order on the
 * wire) with all that their annotations say.
 *
 * <p>The one source for everything that works on structure: codec, patches, apply, OpenAPI. A schema is built when first
 * asked for and kept with its class; building takes about a millisecond, afterwards records are taken apart and made
 * through method handles.
 *
 * <pre>{@code
 * RecordSchema pod = RecordSchema.of(PodSpec.class);
 * pod.field("containers").mergeKey();              // Optional[name]
 * pod.field("containers").get(spec);               // the containers of a PodSpec
 * }</pre>
 */
public final class RecordSchema {
    private static final ClassValue<RecordSchema> SCHEMAS = new ClassValue<>() {
        @Override
        protected RecordSchema computeValue(Class<?> type) {
            return new RecordReader(type).read();
        }
    };

    private final Class<? extends Record> type;
    private final List<FieldSchema> fields;
    private final Map<String, FieldSchema> byName;
    private final @Nullable Object[] zeros;
    private final RecordConstructor constructor;

    RecordSchema(
            Class<? extends Record> type,
            List<FieldSchema> fields,
            @Nullable Object[] zeros,
            RecordConstructor constructor) {
        this.type = type;
        this.fields = List.copyOf(fields);
        this.byName = new HashMap<>();
        for (FieldSchema field : fields) {
            byName.put(field.name(), field);
        }
        this.zeros = zeros;
        this.constructor = constructor;
    }

    /**
     * The schema of a record class.
     *
     * @throws IllegalArgumentException if the class is not a public record made of API types
     */
    public static RecordSchema of(Class<?> record) {
        return SCHEMAS.get(record);
    }

    /** The record class. */
    public Class<? extends Record> type() {
        return type;
    }

    /** Upstream's name of the type, such as {@code core/v1.PodStatus} for {@code Pod.Status}. */
    public TypeId id() {
        return TypeId.of(type);
    }

    /** The fields in declaration order. */
    public List<FieldSchema> fields() {
        return fields;
    }

    /** The field of that name on the wire (case matters), or null if there is none. */
    public @Nullable FieldSchema field(String name) {
        return byName.get(name);
    }

    /** Whether server-side apply treats objects of this type as one value wherever they occur. */
    public boolean atomic() {
        return type.isAnnotationPresent(Atomic.class);
    }

    /** Whether a field has upstream's type ResourceList, which belongs to the core and to overheads. */
    public boolean isResourceList(FieldSchema field) {
        String group = id().apiPackage();
        return field.type() instanceof FieldType.MapOf map
                && map.value() == FieldType.Scalar.QUANTITY
                && (group.equals("core/v1") || group.equals("node/v1"));
    }

    /** Whether the type is a union told by the JSON type of the value. */
    public boolean untagged() {
        return type.isAnnotationPresent(Untagged.class);
    }

    /** A fresh array of what the record holds when all fields are absent, to be changed and passed to {@link #create}. */
    public @Nullable Object[] zeros() {
        return zeros.clone();
    }

    /** A fresh array of what the record holds, to be changed and passed to {@link #create}. */
    public @Nullable Object[] values(Record record) {
        @Nullable Object[] values = new Object[fields.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = fields.get(i).get(record);
        }
        return values;
    }

    /**
     * Makes a record from the values of its components, in order.
     *
     * @throws RuntimeException whatever the record's constructor throws on values it refuses
     */
    public Record create(@Nullable Object[] values) {
        return constructor.create(values);
    }

    /** The record with every field absent. */
    public Record empty() {
        return create(zeros());
    }

    @Override
    public String toString() {
        return type.getName() + fields;
    }
}
