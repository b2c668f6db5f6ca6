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
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The fields of a kind that belong to features that are off in 1.35: nobody sets them. An object that has fields of a
 * feature all the same, from a time when it was on, may keep them and get more, but for those of which upstream keeps
 * none ({@code dropDisabledFields} of its strategies; what is off stands in {@code pkg/features/kube_features.go}). Which
 * field belongs to which feature its annotation {@link FeatureGate} says.
 *
 * <pre>{@code
 * GatedFields.in("spec", "GenericWorkload").and("status", "DRAExtendedResource")
 * }</pre>
 */
public final class GatedFields {
    /** Of kinds that have none. */
    public static final GatedFields NONE = new GatedFields(Map.of(), Set.of());

    private final Map<String, Part> parts;
    private final Set<String> neverKept;

    private GatedFields(Map<String, Part> parts, Set<String> neverKept) {
        this.parts = parts;
        this.neverKept = neverKept;
    }

    /** Those in a field of the object, such as its spec, that belong to one of the features. */
    public static GatedFields in(String part, String... features) {
        return NONE.and(part, features);
    }

    /** These, and those of another part. */
    public GatedFields and(String part, String... features) {
        var more = new LinkedHashMap<>(parts);
        more.put(part, new Part(Set.of(features)));
        return new GatedFields(more, neverKept);
    }

    /** These, where fields of some features go even if the object had them before. */
    public GatedFields neverKeeping(String... features) {
        return new GatedFields(parts, Set.of(features));
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

    private <T extends KubernetesObject> T dropped(String name, Part part, T object, @Nullable T old) {
        var schema = RecordSchema.of(object.getClass());
        var field = Objects.requireNonNull(schema.field(name), name);
        var value = field.get(object);
        var used = part.used(value);
        if (!used.isEmpty() && old != null) {
            var kept = new HashSet<>(part.used(field.get(old)));
            kept.removeAll(neverKept);
            used = new TreeSet<>(used);
            used.removeAll(kept);
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

    /**
     * A field on the way.
     *
     * @param features those it belongs to itself and that are off
     */
    private record Step(FieldSchema field, List<String> features) {}

    /** One part of an object. Which types can lead to a field of the features is found once, so that others are passed by. */
    private static final class Part {
        private final Set<String> off;

        private final ClassValue<List<Step>> leading = new ClassValue<>() {
            @Override
            protected List<Step> computeValue(Class<?> type) {
                var steps = new ArrayList<Step>();
                for (var field : RecordSchema.of(type).fields()) {
                    var features = features(field);
                    if (!features.isEmpty() || leads(field.type(), new HashSet<>())) {
                        steps.add(new Step(field, features));
                    }
                }
                return List.copyOf(steps);
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
                    if (!features(field).isEmpty() || leads(field.type(), seen)) {
                        return true;
                    }
                }
            }
            return false;
        }

        /** The features of which the value has a field: of nearly all values none. */
        Set<String> used(@Nullable Object value) {
            return use(value, Set.of());
        }

        private Set<String> use(@Nullable Object value, Set<String> found) {
            var used = found;
            if (value instanceof Record record) {
                var steps = leading.get(record.getClass());
                for (int i = 0; i < steps.size(); i++) {
                    used = use(steps.get(i), record, used);
                }
            } else if (value instanceof List<?> list) {
                for (int i = 0; i < list.size(); i++) {
                    used = use(list.get(i), used);
                }
            } else if (value instanceof Map<?, ?> map) {
                for (var item : map.values()) {
                    used = use(item, used);
                }
            }
            return used;
        }

        private Set<String> use(Step step, Record record, Set<String> found) {
            var content = step.field().get(record);
            var used = found;
            if (!step.features().isEmpty()
                    && !Objects.equals(content, step.field().zero())) {
                used = new TreeSet<>(found);
                used.addAll(step.features());
            }
            return use(content, used);
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
            for (var step : leading.get(record.getClass())) {
                var field = step.field();
                var value = values[field.index()];
                boolean goes = step.features().stream().anyMatch(dropped::contains);
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

        private List<String> features(FieldSchema field) {
            return field.annotation(FeatureGate.class)
                    .map(gate -> Stream.of(gate.value()).filter(off::contains).toList())
                    .orElse(List.of());
        }
    }
}
