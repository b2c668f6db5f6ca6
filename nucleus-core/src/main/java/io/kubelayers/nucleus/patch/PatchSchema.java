package io.kubelayers.nucleus.patch;

import io.kubelayers.nucleus.api.FieldSchema;
import io.kubelayers.nucleus.api.FieldType;
import io.kubelayers.nucleus.api.RecordSchema;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What strategic merge patches need to know of a type: for each of its fields how values merge, and of which type they
 * are. Read from the annotations of a record.
 *
 * <p>Looked up by name on the wire; as in Go, another spelling in upper and lower case is found too. Fields are kept when
 * first asked for, one lookup then costs one hash lookup.
 */
public final class PatchSchema {
    private static final ClassValue<PatchSchema> STRUCTS = new ClassValue<>() {
        @Override
        protected PatchSchema computeValue(Class<?> type) {
            return new PatchSchema(new FieldType.Struct(type.asSubclass(Record.class)));
        }
    };

    /**
     * How the value of a field merges.
     *
     * @param type the type of the value, or of the items if it is a list
     * @param retainKeys whether patches name the fields that are to stay
     * @param strategy {@code merge}, {@code replace} or empty
     * @param mergeKey the field that tells items apart; empty if they are scalars
     */
    record Field(PatchSchema type, boolean retainKeys, String strategy, String mergeKey) {
        boolean merges() {
            return strategy.equals("merge");
        }

        boolean replaces() {
            return strategy.equals("replace");
        }
    }

    private final FieldType type;
    private final Map<String, Field> fields = new ConcurrentHashMap<>();

    private PatchSchema(FieldType type) {
        this.type = type;
    }

    /** The schema of a record class, such as that of a kind. */
    public static PatchSchema of(Class<? extends Record> record) {
        return STRUCTS.get(record);
    }

    private static PatchSchema of(FieldType type) {
        return type instanceof FieldType.Struct struct ? of(struct.type()) : new PatchSchema(type);
    }

    /**
     * A field whose value is an object.
     *
     * @throws PatchException if this type has no such field
     */
    Field object(String name) {
        if (type instanceof FieldType.MapOf map) {
            return new Field(of(map.value()), false, "", "");
        }
        if (!isStruct()) {
            throw new PatchException("merging an object in json but data type is not struct, instead is: " + kind());
        }
        var known = fields.get(name);
        return known != null ? known : find(name);
    }

    /**
     * A field whose value is a list; the type is that of the items.
     *
     * @throws PatchException if this type has no such field, or it is no list
     */
    Field list(String name) {
        var field = object(name);
        var list = field.type.type;
        if (list instanceof FieldType.ListOf items) {
            return new Field(of(items.item()), field.retainKeys, field.strategy, field.mergeKey);
        }
        if (list == FieldType.Scalar.BYTES) {
            return new Field(of(FieldType.Scalar.INT), field.retainKeys, field.strategy, field.mergeKey);
        }
        throw new PatchException("expected slice or array type, but got: " + kind());
    }

    private Field find(String name) {
        if (type instanceof FieldType.Struct struct) {
            var field = field(struct.schema(), name);
            if (field != null) {
                var found = read(field);
                fields.put(name, found);
                return found;
            }
            if (name.equalsIgnoreCase("apiVersion") || name.equalsIgnoreCase("kind")) {
                return new Field(of(FieldType.Scalar.STRING), false, "", "");
            }
        }
        throw new PatchException(
                "unable to find api field in struct " + typeName() + " for the json field \"" + name + "\"");
    }

    private static @org.jspecify.annotations.Nullable FieldSchema field(RecordSchema schema, String name) {
        var exact = schema.field(name);
        if (exact != null) {
            return exact;
        }
        for (var field : schema.fields()) {
            if (field.name().equalsIgnoreCase(name)) {
                return field;
            }
        }
        return null;
    }

    private static Field read(FieldSchema field) {
        List<String> strategies = field.patchStrategies();
        var strategy = "";
        for (var one : strategies) {
            if (!one.equals(Directives.RETAIN_KEYS_STRATEGY)) {
                strategy = one;
            }
        }
        return new Field(
                of(field.type()),
                strategies.contains(Directives.RETAIN_KEYS_STRATEGY),
                strategy,
                field.mergeKey().orElse(""));
    }

    private boolean isStruct() {
        if (type instanceof FieldType.Scalar scalar) {
            return switch (scalar) {
                case QUANTITY, INT_OR_STRING, TIME, MICRO_TIME, DURATION, ANY, OBJECT -> true;
                default -> false;
            };
        }
        return type instanceof FieldType.Struct || type instanceof FieldType.Union;
    }

    private String typeName() {
        if (type instanceof FieldType.Struct struct) {
            return struct.schema().id().name();
        } else if (type instanceof FieldType.Union union) {
            return union.schema().id().name();
        }
        return switch ((FieldType.Scalar) type) {
            case QUANTITY -> "Quantity";
            case INT_OR_STRING -> "IntOrString";
            case TIME -> "Time";
            case MICRO_TIME -> "MicroTime";
            case DURATION -> "Duration";
            case ANY -> "JSON";
            default -> "RawExtension";
        };
    }

    /** Go's kind of the type. */
    private String kind() {
        if (type instanceof FieldType.ListOf) {
            return "slice";
        } else if (type instanceof FieldType.MapOf) {
            return "map";
        } else if (isStruct()) {
            return "struct";
        }
        return switch ((FieldType.Scalar) type) {
            case INT -> "int32";
            case LONG -> "int64";
            case DOUBLE -> "float64";
            case BYTES -> "slice";
            default -> type.toString().toLowerCase(Locale.ROOT);
        };
    }
}
