package io.kubelayers.nucleus.patch;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A document while operations run on it. Each change copies the containers on its path; the rest stays shared. */
final class JsonDocument {
    /** What all copies of one patch may add, in bytes of JSON, as the API server allows ({@code JSONPatchMaxCopyBytes}). */
    private static final long MOST_COPIED = 3 << 20;

    private @Nullable Object root;
    private long copied;

    JsonDocument(@Nullable Object root) {
        this.root = root;
    }

    @Nullable
    Object root() {
        return root;
    }

    void root(@Nullable Object value) {
        root = value;
    }

    /**
     * Counts what a copy adds, lest a few of them double a document again and again.
     *
     * @throws PatchException if it is too much
     */
    void countCopy(int bytes) {
        copied += bytes;
        if (copied > MOST_COPIED) {
            throw new PatchException("Unable to complete the copy, the accumulated size increase of copy is " + copied
                    + ", exceeding the limit " + MOST_COPIED);
        }
    }

    /** Whether the object or list that the place belongs to exists. */
    boolean hasContainer(JsonPointer place) {
        return container(place) != null;
    }

    private @Nullable Object container(JsonPointer place) {
        if (place.last() == null) {
            return null;
        }
        var here = root == null ? Map.of() : root;
        for (var step : place.steps()) {
            try {
                here = child(here, step);
            } catch (PatchException e) {
                return null;
            }
            if (!(here instanceof Map) && !(here instanceof List)) {
                return null;
            }
        }
        return here;
    }

    private static @Nullable Object child(@Nullable Object container, String name) {
        if (container instanceof Map<?, ?> map) {
            return map.get(name);
        }
        var list = Values.list(container);
        return list.get(index(name, list.size(), list.size()));
    }

    /** The value at a place whose container exists; null if an object has no such member. */
    @Nullable
    Object get(JsonPointer place) {
        return child(container(place), name(place));
    }

    void add(JsonPointer place, @Nullable Object value) {
        var name = name(place);
        if (copied(place) instanceof List<?> container) {
            var list = Values.list(container);
            if (name.equals("-")) {
                list.add(value);
                return;
            }
            int index;
            try {
                index = number(name);
            } catch (PatchException e) {
                throw new PatchException("value was not a proper array index: '" + name + "': " + e.message());
            }
            list.add(inside(index, list.size() + 1, list.size() + 1), value);
        } else {
            Values.map(copied(place)).put(name, value);
        }
    }

    void set(JsonPointer place, @Nullable Object value) {
        var container = copied(place);
        var name = name(place);
        if (container instanceof List<?>) {
            var list = Values.list(container);
            list.set(index(name, list.size(), list.size()), value);
        } else {
            Values.map(container).put(name, value);
        }
    }

    void remove(JsonPointer place) {
        var container = copied(place);
        var name = name(place);
        if (container instanceof List<?>) {
            var list = Values.list(container);
            list.remove(index(name, list.size(), list.size()));
            return;
        }
        var map = Values.map(container);
        if (!map.containsKey(name)) {
            throw new PatchException("Unable to remove nonexistent key: " + name + ": missing value");
        }
        map.remove(name);
    }

    /** The container of a place, which together with all that contain it may be changed from now on. */
    private Object copied(JsonPointer place) {
        Object here = shallow(root == null ? Map.of() : root);
        root = here;
        for (var step : place.steps()) {
            var next = shallow(child(here, step));
            if (here instanceof List<?>) {
                var list = Values.list(here);
                list.set(index(step, list.size(), list.size()), next);
            } else {
                Values.map(here).put(step, next);
            }
            here = next;
        }
        return here;
    }

    private static Object shallow(@Nullable Object container) {
        return container instanceof List<?>
                ? new ArrayList<>(Values.list(container))
                : new LinkedHashMap<>(Values.map(container));
    }

    private static String name(JsonPointer place) {
        return java.util.Objects.requireNonNull(place.last());
    }

    private static int index(String text, int size, int most) {
        return inside(number(text), size, most);
    }

    /** An index from the start, or if negative from the end. */
    private static int inside(int index, int size, int most) {
        if (index >= most || index < -size) {
            throw new PatchException("Unable to access invalid index: " + index + ": invalid index referenced");
        }
        return index < 0 ? index + size : index;
    }

    /** Go's Atoi: a sign and leading zeros are fine. */
    private static int number(String text) {
        int start = text.startsWith("-") || text.startsWith("+") ? 1 : 0;
        boolean digits = text.length() > start;
        for (int i = start; i < text.length(); i++) {
            digits &= text.charAt(i) >= '0' && text.charAt(i) <= '9';
        }
        if (!digits) {
            throw new PatchException("strconv.Atoi: parsing \"" + text + "\": invalid syntax");
        }
        var number = new java.math.BigInteger(text.startsWith("+") ? text.substring(1) : text);
        if (number.bitLength() > 63) {
            throw new PatchException("strconv.Atoi: parsing \"" + text + "\": value out of range");
        }
        return number.bitLength() > 31
                ? number.signum() < 0 ? Integer.MIN_VALUE : Integer.MAX_VALUE
                : number.intValue();
    }
}
