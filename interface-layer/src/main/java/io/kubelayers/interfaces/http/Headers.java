package io.kubelayers.interfaces.http;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** HTTP headers: names in any case, each with one value or several, in order. */
public final class Headers {
    /** No headers. */
    public static final Headers NONE = new Headers(new TreeMap<>(String.CASE_INSENSITIVE_ORDER));

    private final TreeMap<String, List<String>> values;

    private Headers(TreeMap<String, List<String>> values) {
        this.values = values;
    }

    /** Headers with one value each. */
    public static Headers of(Map<String, String> single) {
        var headers = new Builder();
        single.forEach(headers::add);
        return headers.build();
    }

    /** Collects headers one after another. */
    public static final class Builder {
        private final TreeMap<String, List<String>> values = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);

        /** One more value, behind those of the same name. */
        public Builder add(String name, String value) {
            var before = values.put(name, List.of(value));
            if (before != null) {
                var all = new ArrayList<>(before);
                all.add(value);
                values.put(name, List.copyOf(all));
            }
            return this;
        }

        /** The headers; the builder is not to be used any more. */
        public Headers build() {
            return new Headers(values);
        }
    }

    /** These and one more value. */
    public Headers with(String name, String value) {
        var copy = new TreeMap<String, List<String>>(String.CASE_INSENSITIVE_ORDER);
        copy.putAll(values);
        var all = new ArrayList<>(all(name));
        all.add(value);
        copy.put(name, List.copyOf(all));
        return new Headers(copy);
    }

    /** These and two others, with one value each. */
    Headers with(String name, String value, String secondName, String secondValue) {
        var copy = new TreeMap<String, List<String>>(values);
        copy.put(name, List.of(value));
        copy.put(secondName, List.of(secondValue));
        return new Headers(copy);
    }

    /** These without a header. */
    public Headers without(String name) {
        var copy = new TreeMap<String, List<String>>(String.CASE_INSENSITIVE_ORDER);
        copy.putAll(values);
        copy.remove(name);
        return new Headers(copy);
    }

    /** The first value, or "" if there is none. */
    public String first(String name) {
        var all = all(name);
        return all.isEmpty() ? "" : all.get(0);
    }

    /** All values of a header, in order. */
    public List<String> all(String name) {
        return values.getOrDefault(name, List.of());
    }

    public boolean has(String name) {
        return values.containsKey(name);
    }

    /** Names with their values, sorted by name. */
    public Map<String, List<String>> asMap() {
        return Collections.unmodifiableMap(values);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Headers that && values.equals(that.values);
    }

    @Override
    public int hashCode() {
        return values.hashCode();
    }

    /** Never shows credentials. */
    @Override
    public String toString() {
        return values.keySet().toString();
    }
}
