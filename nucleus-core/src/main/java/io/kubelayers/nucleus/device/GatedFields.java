package io.kubelayers.nucleus.device;

import io.kubelayers.nucleus.api.FeatureGate;
import io.kubelayers.nucleus.api.FieldSchema;
import io.kubelayers.nucleus.api.RecordSchema;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Fields of features that are off in 1.35: nobody sets them. An object that has fields of a feature all the same, from a
 * time when it was on, may keep them and get more ({@code dropDisabledFields} of the strategies).
 */
final class GatedFields {
    /** Of claims, templates, classes and slices. */
    static final GatedFields OF_SPECS = new GatedFields(Set.of(
            "DRAConsumableCapacity",
            "DRADeviceBindingConditions",
            "DRADeviceTaints",
            "DRAExtendedResource",
            "DRAPartitionableDevices"));

    /** Of what a scheduler tells of claims. */
    static final GatedFields OF_STATUSES =
            new GatedFields(Set.of("DRAConsumableCapacity", "DRADeviceBindingConditions"));

    private final Set<String> off;

    private GatedFields(Set<String> off) {
        this.off = off;
    }

    /** The record without fields of features that are off, but for those that are in use already. */
    <R extends Record> R dropped(R record, @Nullable Object old) {
        var used = new TreeSet<String>();
        use(old, used);
        var dropped = new TreeSet<>(off);
        dropped.removeAll(used);
        @SuppressWarnings("unchecked")
        var result = (R) without(record, dropped);
        return result;
    }

    private void use(@Nullable Object value, Set<String> used) {
        if (value instanceof Record record && isOurs(record)) {
            for (var field : RecordSchema.of(record.getClass()).fields()) {
                var content = field.get(record);
                if (!Objects.equals(content, field.zero())) {
                    gates(field).stream().filter(off::contains).forEach(used::add);
                }
                use(content, used);
            }
        } else if (value instanceof List<?> list) {
            list.forEach(item -> use(item, used));
        } else if (value instanceof Map<?, ?> map) {
            map.values().forEach(item -> use(item, used));
        }
    }

    private static Record without(Record record, Set<String> dropped) {
        var schema = RecordSchema.of(record.getClass());
        var values = schema.values(record);
        boolean changed = false;
        for (var field : schema.fields()) {
            var value = values[field.index()];
            boolean goes = gates(field).stream().anyMatch(dropped::contains);
            var kept = goes ? field.zero() : inside(value, dropped);
            changed |= kept != value && !Objects.equals(kept, value);
            values[field.index()] = kept;
        }
        return changed ? schema.create(values) : record;
    }

    private static @Nullable Object inside(@Nullable Object value, Set<String> dropped) {
        if (value instanceof Record record) {
            return isOurs(record) ? without(record, dropped) : record;
        }
        if (value instanceof List<?> list) {
            var items = new ArrayList<@Nullable Object>(list.size());
            list.forEach(item -> items.add(inside(item, dropped)));
            return items.equals(list) ? list : items;
        }
        if (value instanceof Map<?, ?> map) {
            var entries = new LinkedHashMap<Object, @Nullable Object>();
            map.forEach((key, item) -> entries.put(key, inside(item, dropped)));
            return entries.equals(map) ? map : entries;
        }
        return value;
    }

    /** Records of other groups, such as selectors of nodes, are not looked into. */
    private static boolean isOurs(Record record) {
        return record.getClass().getName().startsWith("io.kubelayers.nucleus.resource.");
    }

    private static List<String> gates(FieldSchema field) {
        return field.annotation(FeatureGate.class)
                .map(gate -> List.of(gate.value()))
                .orElse(List.of());
    }
}
