package io.kubelayers.nucleus.api;

import java.lang.invoke.LambdaMetafactory;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.Method;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Reads one component of records.
 *
 * <p>A method handle that is no constant costs some ten nanoseconds a call. Components that are read often get a class of
 * their own instead, as a lambda does, which costs one or two; making it costs some fifty microseconds, too much for the
 * thousands that a short program hardly reads.
 */
final class Accessor {
    private static final int OFTEN = 3000;
    private static final MethodType GET = MethodType.methodType(Object.class, Object.class);

    private final Method method;
    private final MethodHandle handle;
    private int calls; // may lose counts in a race, which only delays the class
    private volatile @Nullable Function<Object, @Nullable Object> often;

    private Accessor(Method method, MethodHandle handle) {
        this.method = method;
        this.handle = handle;
    }

    static Accessor of(Method method) throws IllegalAccessException {
        return new Accessor(
                method, MethodHandles.publicLookup().unreflect(method).asType(GET));
    }

    @Nullable
    Object get(Object record) {
        var known = often;
        if (known != null) {
            return known.apply(record);
        }
        if (++calls == OFTEN) {
            often = compiled();
        }
        return throughHandle(record);
    }

    private @Nullable Object throughHandle(Object record) {
        try {
            return handle.invokeExact(record);
        } catch (RuntimeException | Error e) {
            throw e;
        } catch (Throwable e) {
            throw new IllegalStateException("accessor " + method, e);
        }
    }

    /** A class that calls the method; where that can't be, as between class loaders, one that goes through the handle. */
    @SuppressWarnings("unchecked")
    private Function<Object, @Nullable Object> compiled() {
        var record = method.getDeclaringClass();
        try {
            Accessor.class.getModule().addReads(record.getModule());
            var lookup = MethodHandles.lookup();
            var result = MethodType.methodType(method.getReturnType(), record).wrap();
            return (Function<Object, @Nullable Object>) LambdaMetafactory.metafactory(
                            lookup,
                            "apply",
                            MethodType.methodType(Function.class),
                            GET,
                            lookup.unreflect(method),
                            result)
                    .getTarget()
                    .invoke();
        } catch (Throwable notHere) {
            return this::throughHandle;
        }
    }
}
