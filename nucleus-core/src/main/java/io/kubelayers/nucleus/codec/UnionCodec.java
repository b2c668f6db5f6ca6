package io.kubelayers.nucleus.codec;

import io.kubelayers.nucleus.api.FieldSchema;
import io.kubelayers.nucleus.api.FieldType;
import io.kubelayers.nucleus.api.RecordSchema;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Values told apart by their JSON type: a record of which the one component is set that the type fits. */
final class UnionCodec extends ValueCodec {
    private final RecordSchema schema;
    private final ValueCodec[] codecs;
    private final Record empty;

    UnionCodec(RecordSchema schema) {
        this.schema = schema;
        this.codecs = new ValueCodec[schema.fields().size()];
        for (FieldSchema field : schema.fields()) {
            codecs[field.index()] = ValueCodecs.of(schema, field);
        }
        this.empty = schema.empty();
    }

    @Override
    Object read(Object tree, Decoding in) {
        for (FieldSchema field : schema.fields()) {
            if (fits(tree, field.type())) {
                @Nullable Object[] values = schema.zeros();
                values[field.index()] = codecs[field.index()].read(tree, in);
                return schema.create(values);
            }
        }
        boolean bool = schema.fields().stream().anyMatch(field -> field.type() == FieldType.Scalar.BOOL);
        throw bool
                ? in.wrong(alternatives(), tree, "boolean or JSON schema expected")
                : in.mismatch(alternatives(), tree, goType());
    }

    private static boolean fits(Object tree, FieldType type) {
        if (tree instanceof Map) {
            return type instanceof FieldType.Struct || type instanceof FieldType.MapOf;
        } else if (tree instanceof List) {
            return type instanceof FieldType.ListOf;
        } else if (tree instanceof Boolean) {
            return type == FieldType.Scalar.BOOL;
        }
        return tree instanceof String && type == FieldType.Scalar.STRING;
    }

    private String alternatives() {
        StringBuilder text = new StringBuilder();
        for (FieldSchema field : schema.fields()) {
            text.append(text.isEmpty() ? "" : " or ");
            if (field.type() instanceof FieldType.ListOf) {
                text.append("an array");
            } else {
                text.append(field.type() == FieldType.Scalar.BOOL ? "true or false" : "an object");
            }
        }
        return text.toString();
    }

    @Override
    void write(Object record, Sink out) {
        for (FieldSchema field : schema.fields()) {
            Object value = field.get(record);
            ValueCodec codec = codecs[field.index()];
            if (value != null && !codec.empty(value)) {
                codec.write(value, out);
                return;
            }
        }
        // nothing set: an empty list where there is one, as upstream writes the list form without items
        for (FieldSchema field : schema.fields()) {
            Object value = field.get(record);
            if (value != null) {
                codecs[field.index()].write(value, out);
                return;
            }
        }
        out.nothing();
    }

    @Override
    Object zero() {
        return empty;
    }

    @Override
    String goType() {
        return schema.id().goName();
    }
}
