package io.kubelayers.interfaces.http.protobuf;

import com.google.protobuf.CodedOutputStream;
import io.kubelayers.nucleus.api.FieldType;
import io.kubelayers.nucleus.api.FieldType.Scalar;
import io.kubelayers.nucleus.codec.Codec;
import io.kubelayers.nucleus.value.Bytes;
import io.kubelayers.nucleus.value.IntOrString;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Writes records as messages, numbers in ascending order. What is absent is not written. */
final class MessageWriter {
    /** Writes the inside of a message. */
    @FunctionalInterface
    interface Content {
        void write(CodedOutputStream out) throws IOException;
    }

    private MessageWriter() {}

    static byte[] write(Record record) throws IOException {
        return bytes(out -> write(Message.of(record.getClass()), record, out));
    }

    static byte[] bytes(Content content) throws IOException {
        var bytes = new ByteArrayOutputStream();
        var out = CodedOutputStream.newInstance(bytes);
        content.write(out);
        out.flush();
        return bytes.toByteArray();
    }

    private static void write(Message message, Record record, CodedOutputStream out) throws IOException {
        for (var entry : message.parts().entrySet()) {
            int number = entry.getKey();
            if (entry.getValue() instanceof Message.Part.Inner inner) {
                var embedded = bytes(into -> write(inner.message(), record, into));
                if (embedded.length > 0) {
                    out.writeByteArray(number, embedded);
                }
            } else if (entry.getValue() instanceof Message.Part.Field field) {
                var value = field.schema().get(record);
                if (value != null
                        && !(field.schema().primitive()
                                && value.equals(field.schema().zero()))) {
                    write(number, field.schema().type(), value, out);
                }
            }
        }
    }

    private static void write(int number, FieldType type, Object value, CodedOutputStream out) throws IOException {
        if (type instanceof FieldType.ListOf list) {
            for (var item : (List<?>) value) {
                write(number, list.item(), item, out);
            }
        } else if (type instanceof FieldType.MapOf map) {
            for (var entry : ((Map<?, ?>) value).entrySet()) {
                out.writeByteArray(number, bytes(into -> {
                    into.writeString(1, (String) entry.getKey());
                    if (map.value() instanceof FieldType.ListOf list) {
                        into.writeByteArray(2, bytes(items -> write(1, list, entry.getValue(), items)));
                    } else {
                        write(2, map.value(), entry.getValue(), into);
                    }
                }));
            }
        } else if (type instanceof Scalar scalar) {
            scalar(number, scalar, value, out);
        } else {
            out.writeByteArray(number, write((Record) value));
        }
    }

    private static void scalar(int number, Scalar type, Object value, CodedOutputStream out) throws IOException {
        switch (type) {
            case STRING -> out.writeString(number, (String) value);
            case BOOL -> out.writeBool(number, (Boolean) value);
            case INT -> out.writeInt32(number, (Integer) value);
            case LONG -> out.writeInt64(number, (Long) value);
            case DOUBLE -> out.writeDouble(number, (Double) value);
            case BYTES -> out.writeByteArray(number, ((Bytes) value).toArray());
            case QUANTITY -> out.writeByteArray(number, bytes(into -> into.writeString(1, value.toString())));
            case INT_OR_STRING -> out.writeByteArray(number, intOrString((IntOrString) value));
            case TIME, MICRO_TIME -> out.writeByteArray(number, time((Instant) value));
            case DURATION -> out.writeByteArray(
                    number, bytes(into -> into.writeInt64(1, ((Duration) value).toNanos())));
            case ANY, OBJECT -> out.writeByteArray(number, raw(value));
        }
    }

    private static byte[] raw(@Nullable Object tree) throws IOException {
        return bytes(into -> into.writeByteArray(1, Codec.json(tree).getBytes(StandardCharsets.UTF_8)));
    }

    private static byte[] intOrString(IntOrString value) throws IOException {
        return bytes(into -> {
            if (value.isInt()) {
                into.writeInt64(1, 0);
                into.writeInt32(2, value.intValue());
                into.writeString(3, "");
            } else {
                into.writeInt64(1, 1);
                into.writeInt32(2, 0);
                into.writeString(3, value.toString());
            }
        });
    }

    private static byte[] time(Instant instant) throws IOException {
        return bytes(into -> {
            into.writeInt64(1, instant.getEpochSecond());
            into.writeInt32(2, instant.getNano());
        });
    }
}
