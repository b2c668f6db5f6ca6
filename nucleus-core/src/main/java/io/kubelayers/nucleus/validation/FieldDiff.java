package io.kubelayers.nucleus.validation;

import io.kubelayers.nucleus.api.RecordSchema;
import java.util.Objects;

/** Which fields of a record changed, for messages that refuse a change. */
public final class FieldDiff {
    private FieldDiff() {}

    /** Two lines a field that differs, the old value with a minus, the new one with a plus. */
    public static <R extends Record> String text(R before, R after) {
        var out = new StringBuilder();
        for (var field : RecordSchema.of(before.getClass()).fields()) {
            var old = field.get(before);
            var now = field.get(after);
            if (!Objects.equals(old, now)) {
                out.append("- ").append(field.name()).append(": ").append(JsonText.of(ShownValue.of(old)));
                out.append("\n+ ").append(field.name()).append(": ").append(JsonText.of(ShownValue.of(now)));
                out.append('\n');
            }
        }
        return out.toString();
    }
}
