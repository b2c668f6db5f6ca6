package io.kubelayers.nucleus.api;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import org.jspecify.annotations.Nullable;

/**
 * Makes records of one class from arrays of component values.
 *
 * <p>A method handle that takes an array costs up to ten milliseconds to make and a few nanoseconds to call. Types that
 * are met a few times only, which is most of them in a short program, are made by plain reflection instead.
 */
final class RecordConstructor {
    private static final int FEW = 12;
    private static final MethodType CREATE = MethodType.methodType(Record.class, Object[].class);

    private final Constructor<? extends Record> constructor;
    private int calls; // may lose counts in a race, which only delays the handle
    private volatile @Nullable MethodHandle handle;

    private RecordConstructor(Constructor<? extends Record> constructor) {
        this.constructor = constructor;
    }

    static RecordConstructor of(Class<? extends Record> type, RecordComponent[] components)
            throws ReflectiveOperationException {
        Class<?>[] parameters = new Class<?>[components.length];
        for (int i = 0; i < components.length; i++) {
            parameters[i] = components[i].getType();
        }
        return new RecordConstructor(type.getConstructor(parameters));
    }

    Record create(@Nullable Object[] values) {
        MethodHandle known = handle;
        if (known == null) {
            if (++calls <= FEW) {
                return reflectively(values);
            }
            known = spread();
            handle = known;
        }
        try {
            return (Record) known.invokeExact(values);
        } catch (Throwable e) {
            throw unchecked(e);
        }
    }

    private MethodHandle spread() {
        try {
            return MethodHandles.publicLookup()
                    .unreflectConstructor(constructor)
                    .asSpreader(Object[].class, constructor.getParameterCount())
                    .asType(CREATE);
        } catch (IllegalAccessException e) {
            throw inaccessible(e);
        }
    }

    private Record reflectively(@Nullable Object[] values) {
        try {
            return constructor.newInstance(values);
        } catch (InvocationTargetException e) {
            throw unchecked(e.getCause() == null ? e : e.getCause());
        } catch (IllegalAccessException e) {
            throw inaccessible(e);
        } catch (InstantiationException e) {
            throw new IllegalStateException(e); // records are never abstract
        }
    }

    private IllegalArgumentException inaccessible(IllegalAccessException e) {
        return new IllegalArgumentException(
                constructor.getDeclaringClass().getName() + " must be public, in an exported package", e);
    }

    private RuntimeException unchecked(Throwable e) {
        if (e instanceof Error error) {
            throw error;
        }
        return e instanceof RuntimeException unchecked
                ? unchecked
                : new IllegalStateException(
                        "constructor of " + constructor.getDeclaringClass().getName(), e);
    }
}
