package io.kubelayers.nucleus.value;

import com.google.common.collect.ImmutableSortedMap;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * How records hold fields that were not set: absent lists and maps are empty, absent required texts are {@code ""},
 * absent optional texts are null, absent structs are their type's empty value. Records call these in their compact
 * constructors, so every way of making one gives the same canonical, immutable value.
 *
 * <p>Maps are sorted by key: that is their order on the wire, and it makes runs repeatable (the order of
 * {@link Map#copyOf} changes from JVM to JVM).
 */
public final class Absent {
    private static final List<Object> GIVEN = Collections.unmodifiableList(new ArrayList<>(0));
    private static final Map<String, Object> GIVEN_MAP = Collections.unmodifiableSortedMap(new TreeMap<>());

    private Absent() {}

    /** A required text: never null. */
    public static String text(@Nullable String value) {
        return value == null ? "" : value;
    }

    /** An optional text of which upstream can't tell "" from unset. */
    public static @Nullable String optional(@Nullable String value) {
        return value == null || value.isEmpty() ? null : value;
    }

    /** An immutable copy, or the list itself if it is immutable already. */
    public static <T> List<T> list(@Nullable List<T> value) {
        return value == null ? List.of() : value == GIVEN ? value : List.copyOf(value);
    }

    /**
     * An empty list that a client has sent as one. It equals every other empty list, but the few rules that tell "none" from
     * "not said" can ask {@link #isGiven}.
     */
    @SuppressWarnings("unchecked") // nothing is in it
    public static <T> List<T> givenList() {
        return (List<T>) GIVEN;
    }

    /** Whether the list is there: it has items, or was sent without any. */
    public static boolean isGiven(List<?> value) {
        return value == GIVEN || !value.isEmpty();
    }

    /** An empty map that a client has sent as one; the same as {@link #givenList}. */
    @SuppressWarnings("unchecked") // nothing is in it
    public static <V> Map<String, V> givenMap() {
        return (Map<String, V>) GIVEN_MAP;
    }

    /** Whether the map is there: it has entries, or was sent without any. */
    public static boolean isGiven(Map<?, ?> value) {
        return value == GIVEN_MAP || !value.isEmpty();
    }

    /** An immutable copy of JSON values, of which some may be null. */
    public static List<@Nullable Object> values(@Nullable List<@Nullable Object> value) {
        return value == null ? List.of() : Collections.unmodifiableList(new ArrayList<>(value));
    }

    /** An immutable copy sorted by key, or the map itself if it is one already. */
    public static <V> Map<String, V> map(@Nullable Map<String, V> value) {
        if (value == null || value == GIVEN_MAP) {
            return value == null ? ImmutableSortedMap.of() : value;
        }
        return value.isEmpty() ? ImmutableSortedMap.of() : ImmutableSortedMap.copyOf(value);
    }

    /** The value, or its stand-in when absent. */
    public static <T> T or(@Nullable T value, T otherwise) {
        return value == null ? otherwise : value;
    }
}
