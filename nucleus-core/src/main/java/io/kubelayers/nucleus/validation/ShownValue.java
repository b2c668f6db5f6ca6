package io.kubelayers.nucleus.validation;

import io.kubelayers.nucleus.api.RecordSchema;
import io.kubelayers.nucleus.value.Bytes;
import io.kubelayers.nucleus.value.IntOrString;
import io.kubelayers.nucleus.value.Quantity;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Values as error messages show them: plain trees of what upstream's encoder would write.
 *
 * <p>Upstream validates its internal types, whose fields have no JSON names: messages show {@code "MaxSurge"} where
 * clients write {@code maxSurge}, and every field, set or not. Types of {@code meta/v1} have no internal form and
 * show as clients write them.
 */
public final class ShownValue {
    private static final String META = "meta/v1";

    private ShownValue() {}

    /** The value as a plain tree; scalars stay what they are. */
    public static @Nullable Object of(@Nullable Object value) {
        if (value instanceof Record record) {
            var schema = RecordSchema.of(record.getClass());
            return schema.id().apiPackage().equals(META) ? asWritten(record, schema) : allFields(record, schema);
        }
        if (value instanceof List<?> list) {
            return list(list);
        }
        if (value instanceof Map<?, ?> map) {
            return map(map);
        }
        if (value instanceof IntOrString either) {
            return either.isInt() ? (Object) (long) either.intValue() : either.toString();
        }
        if (value instanceof Duration duration) {
            return duration.toNanos();
        }
        if (value instanceof Quantity || value instanceof Bytes) {
            return value.toString();
        }
        return value;
    }

    private static List<@Nullable Object> list(List<?> list) {
        var shown = new ArrayList<@Nullable Object>();
        for (var item : list) {
            shown.add(of(item));
        }
        return shown;
    }

    private static Map<String, @Nullable Object> map(Map<?, ?> map) {
        var shown = new LinkedHashMap<String, @Nullable Object>();
        for (var entry : map.entrySet()) {
            shown.put(String.valueOf(entry.getKey()), of(entry.getValue()));
        }
        return shown;
    }

    private static Map<String, @Nullable Object> asWritten(Record record, RecordSchema schema) {
        var shown = new LinkedHashMap<String, @Nullable Object>();
        for (var field : schema.fields()) {
            var value = field.get(record);
            if (field.written() || !isAbsent(value, field.zero())) {
                shown.put(field.name(), value instanceof Instant ? value : of(value));
            }
        }
        return shown;
    }

    private static boolean isAbsent(@Nullable Object value, @Nullable Object zero) {
        return value == null || value.equals(zero);
    }

    private static Map<String, @Nullable Object> allFields(Record record, RecordSchema schema) {
        var shown = new LinkedHashMap<String, @Nullable Object>();
        for (var field : schema.fields()) {
            var value = field.get(record);
            if (field.name().equals("metadata") && of(value) instanceof Map<?, ?> metadata) {
                metadata.forEach((name, part) -> shown.put(String.valueOf(name), part)); // embedded upstream
            } else if (value instanceof List<?> list && list.isEmpty()
                    || value instanceof Map<?, ?> map && map.isEmpty()) {
                shown.put(GoStruct.goName(field.name()), null);
            } else {
                shown.put(GoStruct.goName(field.name()), of(value));
            }
        }
        return shown;
    }
}
