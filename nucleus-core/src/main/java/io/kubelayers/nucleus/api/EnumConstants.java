package io.kubelayers.nucleus.api;

import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.List;

/** The texts of a constants class, read once a class. */
final class EnumConstants {
    private static final ClassValue<List<String>> VALUES = new ClassValue<>() {
        @Override
        protected List<String> computeValue(Class<?> type) {
            return read(type);
        }
    };

    private EnumConstants() {}

    static List<String> of(Class<?> constants) {
        return VALUES.get(constants);
    }

    private static List<String> read(Class<?> constants) {
        List<String> values = new ArrayList<>();
        for (Field field : constants.getFields()) {
            if (field.getType() == String.class && Modifier.isStatic(field.getModifiers())) {
                try {
                    values.add((String) field.get(null));
                } catch (IllegalAccessException e) {
                    throw new IllegalStateException("constants of " + constants.getName() + " must be public", e);
                }
            }
        }
        return List.copyOf(values);
    }
}
