package io.kubelayers.nucleus.codec;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The way from the root of a tree to where a reader is: names and indexes, cheap to extend and shorten. */
final class FieldPath {
    private Object[] elements = new Object[16];
    private @Nullable String[] owners = new String[16];
    private int size;

    /** Goes to a map key or list index. */
    void enter(Object element) {
        enter(element, null);
    }

    /** Goes to a field of the struct of that name. */
    void enter(Object element, @Nullable String owner) {
        if (size == elements.length) {
            elements = Arrays.copyOf(elements, size * 2);
            owners = Arrays.copyOf(owners, size * 2);
        }
        elements[size] = element;
        owners[size++] = owner;
    }

    void leave() {
        size--;
    }

    int size() {
        return size;
    }

    List<Object> elements() {
        return List.of(Arrays.copyOf(elements, size));
    }

    /** As Go names a field in errors: the innermost struct, then all field names, without indexes and map keys. */
    String goField() {
        StringBuilder text = new StringBuilder();
        String struct = "";
        for (int i = 0; i < size; i++) {
            String owner = owners[i];
            if (owner != null) {
                struct = owner;
                text.append('.').append(elements[i]);
            }
        }
        return struct + text;
    }

    /** {@code spec.containers[0].image}, map keys like names. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < size; i++) {
            if (elements[i] instanceof Integer index) {
                text.append('[').append(index.intValue()).append(']');
            } else {
                if (i > 0) {
                    text.append('.');
                }
                text.append(elements[i]);
            }
        }
        return text.toString();
    }
}
