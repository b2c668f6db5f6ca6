package io.kubelayers.nucleus.server;

import io.kubelayers.nucleus.api.RecordSchema;
import io.kubelayers.nucleus.meta.DynamicObject;
import io.kubelayers.nucleus.meta.KubernetesObject;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads the field of an object that a field selector names, such as {@code spec.nodeName}; absent reads as "". */
final class SelectableFields {
    private SelectableFields() {}

    static String value(KubernetesObject object, String path) {
        if (path.equals("metadata.name")) {
            return object.metadata().nameOrEmpty();
        }
        if (path.equals("metadata.namespace")) {
            return object.metadata().namespaceOrEmpty();
        }
        Object place = object instanceof DynamicObject dynamic ? dynamic.fields() : object;
        for (var step : path.split("\\.")) {
            place = step(place, step);
        }
        return text(place);
    }

    private static @Nullable Object step(@Nullable Object place, String name) {
        if (place instanceof Map<?, ?> map) {
            return map.get(name);
        }
        if (place instanceof Record record) {
            var field = RecordSchema.of(record.getClass()).field(name);
            return field == null ? null : field.get(record);
        }
        return null;
    }

    private static String text(@Nullable Object value) {
        if (value == null) {
            return "";
        }
        return value instanceof List<?> list ? list.isEmpty() ? "" : list.toString() : value.toString();
    }
}
