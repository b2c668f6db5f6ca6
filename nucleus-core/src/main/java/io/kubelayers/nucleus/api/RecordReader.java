package io.kubelayers.nucleus.api;

import io.kubelayers.nucleus.value.Bytes;
import io.kubelayers.nucleus.value.IntOrString;
import io.kubelayers.nucleus.value.Quantity;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Builds a {@link RecordSchema} by reflection.
 *
 * <p>What absence looks like is found by making a record of nothing but nulls: compact constructors turn each into the
 * canonical value for absence, so the schema can't disagree with them.
 */
final class RecordReader {

    private final Class<?> type;

    RecordReader(Class<?> type) {
        this.type = type;
    }

    RecordSchema read() {
        if (!type.isRecord()) {
            throw new IllegalArgumentException(type.getName() + " is not a record");
        }
        Class<? extends Record> record = type.asSubclass(Record.class);
        RecordComponent[] components = type.getRecordComponents();
        try {
            RecordConstructor constructor = RecordConstructor.of(record, components);
            Record empty = constructor.create(nulls(components));
            List<FieldSchema> fields = new ArrayList<>(components.length);
            @Nullable Object[] zeros = new Object[components.length];
            for (int i = 0; i < components.length; i++) {
                FieldSchema field = field(i, components[i], empty);
                fields.add(field);
                zeros[i] = field.zero();
            }
            return new RecordSchema(record, fields, zeros, constructor);
        } catch (IllegalAccessException e) {
            throw new IllegalArgumentException(type.getName() + " must be public, in an exported package", e);
        } catch (RuntimeException | Error e) {
            throw e;
        } catch (Throwable e) {
            throw new IllegalArgumentException(type.getName() + " can't be made with all fields absent", e);
        }
    }

    private FieldSchema field(int index, RecordComponent component, Record empty) throws IllegalAccessException {
        Accessor accessor = Accessor.of(component.getAccessor());
        @Nullable Object zero = accessor.get(empty);
        JsonName renamed = component.getAnnotation(JsonName.class);
        String name = renamed == null ? component.getName() : renamed.value();
        return new FieldSchema(
                index,
                name,
                component.getName(),
                fieldType(component),
                component.getType().isPrimitive(),
                zero,
                accessor,
                component.getAnnotations());
    }

    private static @Nullable Object[] nulls(RecordComponent[] components) {
        @Nullable Object[] values = new Object[components.length];
        for (int i = 0; i < components.length; i++) {
            Class<?> type = components[i].getType();
            if (type == boolean.class) {
                values[i] = false;
            } else if (type == int.class) {
                values[i] = 0;
            } else if (type == long.class) {
                values[i] = 0L;
            } else if (type == double.class) {
                values[i] = 0.0;
            }
        }
        return values;
    }

    private FieldType fieldType(RecordComponent component) {
        return fieldType(component.getGenericType(), component);
    }

    private FieldType fieldType(Type type, RecordComponent component) {
        if (type instanceof ParameterizedType generic) {
            Type[] arguments = generic.getActualTypeArguments();
            if (generic.getRawType() == List.class) {
                return new FieldType.ListOf(fieldType(arguments[0], component));
            }
            if (generic.getRawType() == Map.class && arguments[0] == String.class) {
                return new FieldType.MapOf(fieldType(arguments[1], component));
            }
        }
        if (type instanceof Class<?> plain) {
            FieldType.@Nullable Scalar scalar = scalar(plain);
            if (scalar == FieldType.Scalar.TIME && component.isAnnotationPresent(Micro.class)) {
                return FieldType.Scalar.MICRO_TIME;
            } else if (scalar == FieldType.Scalar.ANY && component.isAnnotationPresent(RawObject.class)) {
                return FieldType.Scalar.OBJECT;
            } else if (scalar != null) {
                return scalar;
            }
            if (plain.isRecord()) {
                Class<? extends Record> record = plain.asSubclass(Record.class);
                return plain.isAnnotationPresent(Untagged.class)
                        ? new FieldType.Union(record)
                        : new FieldType.Struct(record);
            }
        }
        throw new IllegalArgumentException(
                "no API type fits " + type.getTypeName() + " of " + this.type.getName() + "." + component.getName());
    }

    private static FieldType.@Nullable Scalar scalar(Class<?> type) {
        if (type == String.class) {
            return FieldType.Scalar.STRING;
        } else if (type == boolean.class || type == Boolean.class) {
            return FieldType.Scalar.BOOL;
        } else if (type == int.class || type == Integer.class) {
            return FieldType.Scalar.INT;
        } else if (type == long.class || type == Long.class) {
            return FieldType.Scalar.LONG;
        } else if (type == double.class || type == Double.class) {
            return FieldType.Scalar.DOUBLE;
        } else if (type == Quantity.class) {
            return FieldType.Scalar.QUANTITY;
        } else if (type == IntOrString.class) {
            return FieldType.Scalar.INT_OR_STRING;
        } else if (type == Instant.class) {
            return FieldType.Scalar.TIME;
        } else if (type == Duration.class) {
            return FieldType.Scalar.DURATION;
        } else if (type == Bytes.class) {
            return FieldType.Scalar.BYTES;
        } else if (type == Object.class) {
            return FieldType.Scalar.ANY;
        }
        return null;
    }
}
