package io.kubelayers.golden;

import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;

/**
 * One recorded question with its answer.
 *
 * @param family the file it stands in, without {@code .jsonl.gz}
 * @param id unique within its topic
 * @param json the whole line, see {@link JsonTree}
 */
public record GoldenCase(String topic, String family, String id, Map<String, @Nullable Object> json) {

    public boolean has(String field) {
        return json.get(field) != null;
    }

    /** A field that may be missing or null. */
    public @Nullable Object get(String field) {
        return json.get(field);
    }

    public String text(String field) {
        return (String) required(field);
    }

    /** A number, or a string of digits as 64-bit numbers are often written. */
    public long number(String field) {
        Object value = required(field);
        return value instanceof String text ? Long.parseLong(text) : ((Number) value).longValue();
    }

    public boolean flag(String field) {
        return (Boolean) required(field);
    }

    @SuppressWarnings("unchecked")
    public List<@Nullable Object> list(String field) {
        return (List<@Nullable Object>) required(field);
    }

    /** An object within this case, to be asked in the same way. */
    @SuppressWarnings("unchecked")
    public GoldenCase part(String field) {
        return new GoldenCase(topic, family, id + "/" + field, (Map<String, @Nullable Object>) required(field));
    }

    private Object required(String field) {
        Object value = json.get(field);
        if (value == null) {
            throw new NoSuchElementException(id + " has no field " + field);
        }
        return value;
    }
}
