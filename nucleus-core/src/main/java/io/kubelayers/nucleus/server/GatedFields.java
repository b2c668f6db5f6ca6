package io.kubelayers.nucleus.server;

import io.kubelayers.nucleus.api.FeatureGate;
import io.kubelayers.nucleus.api.FieldSchema;
import io.kubelayers.nucleus.api.FieldType;
import io.kubelayers.nucleus.api.RecordSchema;
import io.kubelayers.nucleus.meta.KubernetesObject;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The fields of a kind that belong to features that are off in 1.35: nobody sets them. An object that has fields of a
 * feature all the same, from a time when it was on, may keep them and get more ({@code dropDisabledFields} of upstream's
 * strategies; what is off stands in {@code pkg/features/kube_features.go}). Which field belongs to which feature its
 * annotation {@link FeatureGate} says.
 *
 * <pre>{@code
 * GatedFields.in("spec", "GenericWorkload").and("status", "DRAExtendedResource")
 * }</pre>
 */
public final class GatedFields {
    /** Of kinds that have none. */
    public static final GatedFields NONE = new GatedFields(Map.of());

    private final Map<String, Part> parts;

    private GatedFields(Map<String, Part> parts) {
        this.parts = parts;
    }

    /** Those in a field of the object, such as its spec, that belong to one of the features. */
    public static GatedFields in(String part, String... features) {
        return NONE.and(part, features);
    }

    /** These, and those of another part. */
    public GatedFields and(String part, String... features) {
        var more = new LinkedHashMap<>(parts);
        more.put(part, new Part(Set.of(features)));
        return new GatedFields(more);
    }

    /**
     * The object without fields of features that are off, but for those that are in use already.
     *
     * @param old what was there, null if nothing was
     */
    public <T extends KubernetesObject> T dropped(T object, @Nullable T old) {
        var result = object;
        for (var entry : parts.entrySet()) {
            result = dropped(entry.getKey(), entry.getValue(), result, old);
        }
        return result;
    }

    private static <T extends KubernetesObject> T dropped(String name, Part part, T object, @Nullable T old) {
        var schema = RecordSchema.of(object.getClass());
        var field = Objects.requireNonNull(schema.field(name), name);
        var value = field.get(object);
        var used = part.used(value);
        if (!used.isEmpty() && old != null) {
            used.removeAll(part.used(field.get(old)));
        }
        if (used.isEmpty()) {
            return object;
        }
        var values = schema.values((Record) object);
        values[field.index()] = part.without(value, used);
        @SuppressWarnings("unchecked")
        var result = (T) schema.create(values);
        return result;
    }

    /** One part of an object. Which types can lead to a field of the features is found once, so that others are passed by. */
    private static final class Part {
        private final Set<String> off;

        private final ClassValue<List<FieldSchema>> leading = new ClassValue<>() {
            @Override
            protected List<FieldSchema> computeValue(Class<?> type) {
                var fields = new ArrayList<FieldSchema>();
                for (var field : RecordSchema.of(type).fields()) {
                    if (isOff(field) || leads(field.type(), new HashSet<>())) {
                        fields.add(field);
                    }
                }
                return fields;
            }
        };

        Part(Set<String> off) {
            this.off = off;
        }

        private boolean leads(FieldType type, Set<Class<?>> seen) {
            if (type instanceof FieldType.ListOf list) {
                return leads(list.item(), seen);
            } else if (type instanceof FieldType.MapOf map) {
                return leads(map.value(), seen);
            } else if (type instanceof FieldType.Struct struct && seen.add(struct.type())) {
                for (var field : struct.schema().fields()) {
                    if (isOff(field) || leads(field.type(), seen)) {
                        return true;
                    }
                }
            }
            return false;
        }

        /** The features of which the value has a field. */
        Set<String> used(@Nullable Object value) {
            var used = new TreeSet<String>();
            use(value, used);
            return used;
        }

        private void use(@Nullable Object value, Set<String> used) {
            if (value instanceof Record record) {
                for (var field : leading.get(record.getClass())) {
                    var content = field.get(record);
                    if (isOff(field) && !Objects.equals(content, field.zero())) {
                        gates(field).stream().filter(off::contains).forEach(used::add);
                    }
                    use(content, used);
                }
            } else if (value instanceof List<?> list) {
                for (var item : list) {
                    use(item, used);
                }
            } else if (value instanceof Map<?, ?> map) {
                map.values().forEach(item -> use(item, used));
            }
        }

        @Nullable
        Object without(@Nullable Object value, Set<String> dropped) {
            if (value instanceof Record record) {
                return without(record, dropped);
            } else if (value instanceof List<?> list) {
                var items = new ArrayList<@Nullable Object>(list.size());
                list.forEach(item -> items.add(without(item, dropped)));
                return items.equals(list) ? list : items;
            } else if (value instanceof Map<?, ?> map) {
                var entries = new LinkedHashMap<Object, @Nullable Object>();
                map.forEach((key, item) -> entries.put(key, without(item, dropped)));
                return entries.equals(map) ? map : entries;
            }
            return value;
        }

        private Record without(Record record, Set<String> dropped) {
            var schema = RecordSchema.of(record.getClass());
            var values = schema.values(record);
            boolean changed = false;
            for (var field : leading.get(record.getClass())) {
                var value = values[field.index()];
                boolean goes = gates(field).stream().anyMatch(dropped::contains);
                var kept = goes ? field.zero() : orNothing(field, value, without(value, dropped));
                changed |= !Objects.equals(kept, value);
                values[field.index()] = kept;
            }
            return changed ? schema.create(values) : record;
        }

        /** What has become empty goes altogether, such as the lifecycle of a container that had but a signal. */
        private static @Nullable Object orNothing(FieldSchema field, @Nullable Object before, @Nullable Object after) {
            return field.nullable()
                            && after instanceof Record record
                            && !record.equals(before)
                            && record.equals(RecordSchema.of(record.getClass()).empty())
                    ? null
                    : after;
        }

        private boolean isOff(FieldSchema field) {
            return gates(field).stream().anyMatch(off::contains);
        }

        private static List<String> gates(FieldSchema field) {
            return field.annotation(FeatureGate.class)
                    .map(gate -> List.of(gate.value()))
                    .orElse(List.of());
        }
    }
}
