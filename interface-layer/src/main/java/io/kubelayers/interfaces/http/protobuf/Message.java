package io.kubelayers.interfaces.http.protobuf;

import io.kubelayers.nucleus.api.FieldSchema;
import io.kubelayers.nucleus.api.RecordSchema;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The layout of a message: what stands under each number. Go embeds structs whose fields JSON shows flat; in protobuf they
 * are messages inside, which here are {@link Part.Inner}.
 */
final class Message {
    /** What stands under a number. */
    sealed interface Part {
        record Field(FieldSchema schema) implements Part {}

        record Inner(Message message) implements Part {}
    }

    private static final ClassValue<Message> KNOWN = new ClassValue<>() {
        @Override
        protected Message computeValue(Class<?> type) {
            var message = new Message();
            var schema = RecordSchema.of(type);
            for (var field : schema.fields()) {
                // JSON tells the alternatives of a union apart by their form, protobuf by numbers in their order
                message.add(schema.untagged() ? List.of(field.index() + 1) : field.protobuf(), field);
            }
            return message;
        }
    };

    private final TreeMap<Integer, Part> parts = new TreeMap<>();

    private Message() {}

    static Message of(Class<?> record) {
        return KNOWN.get(record);
    }

    private void add(List<Integer> path, FieldSchema field) {
        if (path.isEmpty()) {
            return;
        }
        if (path.size() == 1) {
            parts.put(path.get(0), new Part.Field(field));
            return;
        }
        var inner = parts.computeIfAbsent(path.get(0), number -> new Part.Inner(new Message()));
        ((Part.Inner) inner).message().add(path.subList(1, path.size()), field);
    }

    @Nullable
    Part part(int number) {
        return parts.get(number);
    }

    /** All parts, by number. */
    Map<Integer, Part> parts() {
        return parts;
    }
}
