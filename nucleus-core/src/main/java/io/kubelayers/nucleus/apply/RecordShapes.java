package io.kubelayers.nucleus.apply;

import io.kubelayers.nucleus.api.ApiType;
import io.kubelayers.nucleus.api.FieldSchema;
import io.kubelayers.nucleus.api.FieldType;
import io.kubelayers.nucleus.api.Granular;
import io.kubelayers.nucleus.api.Kind;
import io.kubelayers.nucleus.api.ListType;
import io.kubelayers.nucleus.api.OmitEmpty;
import io.kubelayers.nucleus.api.RecordSchema;
import io.kubelayers.nucleus.apply.Shape.ListShape;
import io.kubelayers.nucleus.apply.Shape.MapShape;
import io.kubelayers.nucleus.apply.Shape.Relation;
import io.kubelayers.nucleus.apply.Shape.Scalar;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** Shapes of built-in types, from the annotations of their records; kept with the class. */
final class RecordShapes {
    private static final Shape STRING = Shape.of(Scalar.STRING);
    private static final Shape NUMERIC = Shape.of(Scalar.NUMERIC);
    private static final Shape BOOLEAN = Shape.of(Scalar.BOOLEAN);
    private static final Shape UNTYPED = Shape.of(Scalar.UNTYPED);

    private static final ClassValue<Shape> SHAPES = new ClassValue<>() {
        @Override
        protected Shape computeValue(Class<?> type) {
            return struct(RecordSchema.of(type), RecordSchema.of(type).atomic());
        }
    };

    private RecordShapes() {}

    static Shape of(Class<? extends Record> record) {
        return SHAPES.get(record);
    }

    private static Shape struct(RecordSchema schema, boolean atomic) {
        Map<String, Supplier<Shape>> fields = new HashMap<>();
        for (var field : schema.fields()) {
            fields.put(field.name(), () -> field(field));
        }
        if (schema.type().isAnnotationPresent(Kind.class) || schema.type().isAnnotationPresent(ApiType.class)) {
            fields.put("apiVersion", () -> STRING);
            fields.put("kind", () -> STRING);
        }
        return Shape.of(new MapShape(atomic, fields, null));
    }

    private static Shape field(FieldSchema field) {
        if (field.type() instanceof FieldType.ListOf list) {
            return Shape.of(list(field, list.item()));
        } else if (field.type() instanceof FieldType.MapOf map) {
            return Shape.of(new MapShape(field.atomic(), Map.of(), () -> type(map.value())));
        } else if (field.type() instanceof FieldType.Struct struct && field.atomic()) {
            return struct(struct.schema(), true);
        } else if (field.type() instanceof FieldType.Struct struct && field.has(Granular.class)) {
            return struct(struct.schema(), false);
        }
        return type(field.type());
    }

    private static ListShape list(FieldSchema field, FieldType item) {
        var relation = field.listType() == ListType.MAP
                ? Relation.KEYED
                : field.listType() == ListType.SET ? Relation.SET : Relation.ATOMIC;
        var keys = field.listKeys();
        return new ListShape(relation, keys, defaults(keys, item), () -> type(item));
    }

    /** What stands in for a key that is left out: its declared default, or the zero value if it is always written. */
    private static Map<String, Object> defaults(List<String> keys, FieldType item) {
        Map<String, Object> defaults = new LinkedHashMap<>();
        if (item instanceof FieldType.Struct struct) {
            for (var key : keys) {
                var field = struct.schema().field(key);
                if (field != null) {
                    keyDefault(field, key, defaults);
                }
            }
        }
        return defaults;
    }

    private static void keyDefault(FieldSchema field, String key, Map<String, Object> defaults) {
        boolean number = field.type() == FieldType.Scalar.INT || field.type() == FieldType.Scalar.LONG;
        var declared = field.defaultValue();
        if (declared.isPresent()) {
            defaults.put(key, number ? (Object) Long.valueOf(declared.get()) : unquoted(declared.get()));
        } else if (field.required() && !field.has(OmitEmpty.class)) {
            defaults.put(key, number ? (Object) 0L : "");
        }
    }

    private static String unquoted(String text) {
        return text.length() > 1 && text.startsWith("\"") ? text.substring(1, text.length() - 1) : text;
    }

    private static Shape type(FieldType type) {
        if (type instanceof FieldType.Struct struct) {
            return of(struct.type());
        } else if (type instanceof FieldType.Union) {
            return Shape.deduced();
        } else if (type instanceof FieldType.ListOf list) {
            return Shape.of(new ListShape(Relation.ATOMIC, List.of(), Map.of(), () -> type(list.item())));
        } else if (type instanceof FieldType.MapOf map) {
            return Shape.of(new MapShape(false, Map.of(), () -> type(map.value())));
        }
        return switch ((FieldType.Scalar) type) {
            case STRING, BYTES, DURATION -> STRING;
            case BOOL -> BOOLEAN;
            case INT, LONG, DOUBLE -> NUMERIC;
            case QUANTITY, INT_OR_STRING, TIME, MICRO_TIME -> UNTYPED;
            case ANY -> Shape.deduced();
            case OBJECT -> Shape.opaque();
        };
    }
}
