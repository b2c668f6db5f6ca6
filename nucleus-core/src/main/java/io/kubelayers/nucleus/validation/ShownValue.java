package io.kubelayers.nucleus.validation;

import io.kubelayers.nucleus.api.FieldSchema;
import io.kubelayers.nucleus.api.FieldType;
import io.kubelayers.nucleus.api.RecordSchema;
import io.kubelayers.nucleus.value.Absent;
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

    /** For each record, which of its optional texts are no pointers upstream, so that unset ones show as "". */
    private static final ClassValue<boolean[]> PLAIN_TEXTS = new ClassValue<>() {
        @Override
        protected boolean[] computeValue(Class<?> type) {
            var schema = RecordSchema.of(type.asSubclass(Record.class));
            var plain = new boolean[schema.fields().size()];
            for (int i = 0; i < plain.length; i++) {
                plain[i] = isPlainText(schema, schema.fields().get(i));
            }
            return plain;
        }
    };

    /** Records forget the difference between "" and nothing where upstream does not know one. */
    private static boolean isPlainText(RecordSchema schema, FieldSchema field) {
        if (field.zero() != null || field.type() != FieldType.Scalar.STRING) {
            return false;
        }
        var values = schema.zeros();
        values[field.index()] = "";
        return field.get(schema.create(values)) == null;
    }

    /** A list as a field of its own: null if it is not there, as it is in Go. */
    public static @Nullable Object of(List<?> list) {
        return Absent.isGiven(list) ? list(list) : null;
    }

    /** The value as a plain tree; scalars stay what they are. What is not set reads {@code "null"}, as a nil pointer does. */
    public static @Nullable Object of(@Nullable Object value) {
        return value == null ? "null" : tree(value);
    }

    private static @Nullable Object tree(@Nullable Object value) {
        if (value instanceof Record record) {
            var schema = RecordSchema.of(record.getClass());
            return schema.id().apiPackage().equals(META) ? asWritten(record, schema) : allFields(record, schema);
        }
        if (value instanceof List<?> list) {
            return of(list);
        }
        if (value instanceof Map<?, ?> map) {
            return Absent.isGiven(map) ? map(map) : null;
        }
        if (value instanceof IntOrString either) {
            return either.isInt() ? (Object) (long) either.intValue() : either.toString();
        }
        if (value instanceof Duration duration) {
            return duration.toNanos();
        }
        if (value instanceof Bytes bytes) {
            return bytes.isGiven() ? bytes.toBase64() : null;
        }
        if (value instanceof Quantity) {
            return value.toString();
        }
        return value;
    }

    private static List<@Nullable Object> list(List<?> list) {
        var shown = new ArrayList<@Nullable Object>();
        for (var item : list) {
            shown.add(tree(item));
        }
        return shown;
    }

    private static Map<String, @Nullable Object> map(Map<?, ?> map) {
        var shown = new LinkedHashMap<String, @Nullable Object>();
        for (var entry : map.entrySet()) {
            shown.put(String.valueOf(entry.getKey()), tree(entry.getValue()));
        }
        return shown;
    }

    private static Map<String, @Nullable Object> asWritten(Record record, RecordSchema schema) {
        var shown = new LinkedHashMap<String, @Nullable Object>();
        for (var field : schema.fields()) {
            var value = field.get(record);
            if (field.written() || !isAbsent(value, field.zero())) {
                shown.put(field.name(), value instanceof Instant ? value : tree(value));
            }
        }
        return shown;
    }

    private static boolean isAbsent(@Nullable Object value, @Nullable Object zero) {
        return value == null || value.equals(zero);
    }

    /** JSON of somebody's own is shown as it is: there an empty object is never one that is not there. */
    private static @Nullable Object of(FieldSchema field, @Nullable Object value) {
        boolean json = field.type() == FieldType.Scalar.ANY || field.type() == FieldType.Scalar.OBJECT;
        return json ? value : tree(value);
    }

    private static Map<String, @Nullable Object> allFields(Record record, RecordSchema schema) {
        var shown = new LinkedHashMap<String, @Nullable Object>();
        var plain = PLAIN_TEXTS.get(record.getClass());
        for (var field : schema.fields()) {
            var value = field.get(record);
            if (field.name().equals("metadata") && tree(value) instanceof Map<?, ?> metadata) {
                metadata.forEach((name, part) -> shown.put(String.valueOf(name), part)); // embedded upstream
            } else {
                shown.put(GoNames.of(field.name()), value == null && plain[field.index()] ? "" : of(field, value));
            }
        }
        return shown;
    }
}
