package io.kubelayers.interfaces.http.protobuf;

import com.google.protobuf.CodedInputStream;
import com.google.protobuf.WireFormat;
import io.kubelayers.nucleus.api.FieldSchema;
import io.kubelayers.nucleus.api.FieldType;
import io.kubelayers.nucleus.api.FieldType.Scalar;
import io.kubelayers.nucleus.codec.Codec;
import io.kubelayers.nucleus.codec.ReadOptions;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads messages into JSON trees; unknown numbers are skipped. */
final class MessageReader {
    /** Deeper than any type nests but a schema that somebody made to nest. */
    private static final int MOST_DEEP = 100;

    private int depth;

    private MessageReader() {}

    static Map<String, @Nullable Object> read(Class<?> record, byte[] bytes) throws IOException {
        return new MessageReader().message(record, bytes);
    }

    private Map<String, @Nullable Object> message(Class<?> record, byte[] bytes) throws IOException {
        if (depth == MOST_DEEP) {
            throw new ProtobufException("proto: messages nest deeper than " + MOST_DEEP);
        }
        depth++;
        var tree = new LinkedHashMap<String, @Nullable Object>();
        read(Message.of(record), CodedInputStream.newInstance(bytes), tree);
        depth--;
        return tree;
    }

    private void read(Message message, CodedInputStream in, Map<String, @Nullable Object> tree) throws IOException {
        for (int tag = in.readTag(); tag != 0; tag = in.readTag()) {
            var part = message.part(WireFormat.getTagFieldNumber(tag));
            if (part instanceof Message.Part.Inner inner) {
                read(inner.message(), CodedInputStream.newInstance(in.readByteArray()), tree);
            } else if (part instanceof Message.Part.Field field) {
                field(field.schema(), tag, in, tree);
            } else {
                in.skipField(tag);
            }
        }
    }

    private void field(FieldSchema field, int tag, CodedInputStream in, Map<String, @Nullable Object> tree)
            throws IOException {
        var type = field.type();
        if (type instanceof FieldType.ListOf list) {
            @SuppressWarnings("unchecked") // made here
            var items = (List<@Nullable Object>)
                    tree.computeIfAbsent(field.name(), name -> new ArrayList<@Nullable Object>());
            boolean packed = list.item() instanceof Scalar scalar
                    && (scalar == Scalar.INT || scalar == Scalar.LONG || scalar == Scalar.BOOL)
                    && WireFormat.getTagWireType(tag) == WireFormat.WIRETYPE_LENGTH_DELIMITED;
            if (packed) {
                var values = CodedInputStream.newInstance(in.readByteArray());
                while (!values.isAtEnd()) {
                    items.add(value(list.item(), values));
                }
            } else if (items != null) {
                items.add(value(list.item(), in));
            }
        } else if (type instanceof FieldType.MapOf map) {
            @SuppressWarnings("unchecked") // made here
            var entries = (Map<String, @Nullable Object>)
                    tree.computeIfAbsent(field.name(), name -> new LinkedHashMap<String, @Nullable Object>());
            if (entries != null) {
                entry(map.value(), CodedInputStream.newInstance(in.readByteArray()), entries);
            }
        } else {
            tree.put(field.name(), value(type, in));
        }
    }

    private void entry(FieldType type, CodedInputStream in, Map<String, @Nullable Object> entries) throws IOException {
        var key = "";
        Object value = null;
        for (int tag = in.readTag(); tag != 0; tag = in.readTag()) {
            switch (WireFormat.getTagFieldNumber(tag)) {
                case 1 -> key = in.readString();
                case 2 -> value = value(type, in);
                default -> in.skipField(tag);
            }
        }
        entries.put(key, value == null && type == Scalar.STRING ? "" : value);
    }

    private @Nullable Object value(FieldType type, CodedInputStream in) throws IOException {
        if (type instanceof FieldType.Struct struct) {
            return message(struct.type(), in.readByteArray());
        }
        if (type instanceof FieldType.Union union) {
            return union(union, in.readByteArray());
        }
        if (type instanceof FieldType.ListOf list) {
            return wrappedList(list, CodedInputStream.newInstance(in.readByteArray()));
        }
        return scalar((Scalar) type, in);
    }

    /** A list where protobuf knows none, as the value of a map, is a message with items. */
    private List<@Nullable Object> wrappedList(FieldType.ListOf list, CodedInputStream in) throws IOException {
        var items = new ArrayList<@Nullable Object>();
        for (int tag = in.readTag(); tag != 0; tag = in.readTag()) {
            items.add(value(list.item(), in));
        }
        return items;
    }

    private @Nullable Object union(FieldType.Union union, byte[] bytes) throws IOException {
        var alternatives = message(union.type(), bytes);
        Object chosen = null;
        for (var value : alternatives.values()) {
            if (chosen == null || Boolean.FALSE.equals(chosen) || Boolean.TRUE.equals(chosen)) {
                chosen = value;
            }
        }
        return chosen;
    }

    private static @Nullable Object scalar(Scalar type, CodedInputStream in) throws IOException {
        return switch (type) {
            case STRING -> in.readString();
            case BOOL -> in.readBool();
            case INT -> (long) in.readInt32();
            case LONG -> in.readInt64();
            case DOUBLE -> in.readDouble();
            case BYTES -> Base64.getEncoder().encodeToString(in.readByteArray());
            case QUANTITY -> new String(bytesAt(1, in.readByteArray()), StandardCharsets.UTF_8);
            case INT_OR_STRING -> intOrString(in.readByteArray());
            case TIME -> time(in.readByteArray(), false);
            case MICRO_TIME -> time(in.readByteArray(), true);
            case DURATION -> duration(number(1, in.readByteArray()));
            case ANY, OBJECT -> raw(bytesAt(1, in.readByteArray()));
        };
    }

    private static @Nullable Object raw(byte[] json) {
        if (json.length == 0) {
            return null;
        }
        var text = "{\"value\":" + new String(json, StandardCharsets.UTF_8) + "}";
        return Codec.readTree(text, ReadOptions.ignore()).get("value");
    }

    private static Object intOrString(byte[] bytes) throws IOException {
        return number(1, bytes) == 1
                ? new String(bytesAt(3, bytes), StandardCharsets.UTF_8)
                : (Object) (long) (int) number(2, bytes);
    }

    private static @Nullable String time(byte[] bytes, boolean micro) throws IOException {
        long seconds = number(1, bytes);
        long nanos = number(2, bytes);
        if (seconds == 0 && nanos == 0) {
            return null;
        }
        var instant = Instant.ofEpochSecond(seconds, micro ? nanos / 1000 * 1000 : 0);
        return micro ? MicroTime.text(instant) : instant.toString();
    }

    private static String duration(long nanos) {
        return nanos + "ns";
    }

    private static long number(int wanted, byte[] bytes) throws IOException {
        var in = CodedInputStream.newInstance(bytes);
        for (int tag = in.readTag(); tag != 0; tag = in.readTag()) {
            if (WireFormat.getTagFieldNumber(tag) == wanted) {
                return in.readInt64();
            }
            in.skipField(tag);
        }
        return 0;
    }

    private static byte[] bytesAt(int wanted, byte[] bytes) throws IOException {
        var in = CodedInputStream.newInstance(bytes);
        for (int tag = in.readTag(); tag != 0; tag = in.readTag()) {
            if (WireFormat.getTagFieldNumber(tag) == wanted) {
                return in.readByteArray();
            }
            in.skipField(tag);
        }
        return new byte[0];
    }
}
