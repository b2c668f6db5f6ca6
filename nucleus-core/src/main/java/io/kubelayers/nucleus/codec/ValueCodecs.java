package io.kubelayers.nucleus.codec;

import io.kubelayers.nucleus.api.FieldSchema;
import io.kubelayers.nucleus.api.FieldType;
import io.kubelayers.nucleus.api.NamedType;
import io.kubelayers.nucleus.api.RecordSchema;
import io.kubelayers.nucleus.api.TypeId;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Makes the codecs of API types; those of records are kept with their class. */
final class ValueCodecs {
    private static final ClassValue<StructCodec> STRUCTS = new ClassValue<>() {
        @Override
        protected StructCodec computeValue(Class<?> type) {
            return new StructCodec(RecordSchema.of(type));
        }
    };

    private static final ValueCodec STRING = ScalarCodec.of(FieldType.Scalar.STRING);
    private static final Map<FieldType.Scalar, ValueCodec> SCALARS = new EnumMap<>(FieldType.Scalar.class);

    static {
        for (FieldType.Scalar type : FieldType.Scalar.values()) {
            SCALARS.put(type, ScalarCodec.of(type));
        }
    }

    private ValueCodecs() {}

    static StructCodec struct(Class<?> record) {
        return STRUCTS.get(record);
    }

    /** The codec of a field of a type. */
    static ValueCodec of(RecordSchema schema, FieldSchema field) {
        return schema.isResourceList(field)
                ? new MapCodec(Objects.requireNonNull(SCALARS.get(FieldType.Scalar.QUANTITY)), "v1.ResourceList")
                : of(field.type(), field);
    }

    private static ValueCodec of(FieldType type, FieldSchema field) {
        if (type == FieldType.Scalar.STRING) {
            return field.enumId()
                    .map(TypeId::goName)
                    .or(() -> field.annotation(NamedType.class).map(NamedType::value))
                    .<ValueCodec>map(ScalarCodec::text)
                    .orElse(STRING);
        } else if (type instanceof FieldType.Scalar scalar) {
            return Objects.requireNonNull(SCALARS.get(scalar));
        } else if (type instanceof FieldType.ListOf list) {
            return new ListCodec(of(list.item(), field));
        } else if (type instanceof FieldType.MapOf map) {
            return new MapCodec(of(map.value(), field), null);
        }
        return new Later(type);
    }

    /** A record type's codec, made when first needed: types contain one another, and most are never used. */
    private static final class Later extends ValueCodec {
        private final FieldType type;
        private @Nullable ValueCodec codec;

        Later(FieldType type) {
            this.type = type;
        }

        private ValueCodec codec() {
            ValueCodec known = codec;
            if (known == null) {
                // making it twice in a race does no harm: codecs hold no state
                known = type instanceof FieldType.Struct struct
                        ? struct(struct.type())
                        : new UnionCodec(((FieldType.Union) type).schema());
                codec = known;
            }
            return known;
        }

        @Override
        Object read(Object tree, Decoding in) {
            return codec().read(tree, in);
        }

        @Override
        void write(Object value, Sink out) {
            codec().write(value, out);
        }

        @Override
        @Nullable
        Object zero() {
            return codec().zero();
        }

        @Override
        boolean empty(Object value) {
            return false;
        }

        @Override
        String goType() {
            return codec().goType();
        }
    }
}
