package io.kubelayers.nucleus.codec;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Builds an immutable tree. */
final class TreeSink implements Sink {
    private record Level(@Nullable Map<String, @Nullable Object> map, @Nullable List<@Nullable Object> list) {}

    private final Deque<Level> outer = new ArrayDeque<>();
    private final Deque<String> keys = new ArrayDeque<>();
    private @Nullable Map<String, @Nullable Object> map;
    private @Nullable List<@Nullable Object> list;
    private @Nullable String key;
    private @Nullable Object result;
    private final boolean tellsGivenLists;

    TreeSink() {
        this(false);
    }

    TreeSink(boolean tellsGivenLists) {
        this.tellsGivenLists = tellsGivenLists;
    }

    @Override
    public boolean tellsGivenLists() {
        return tellsGivenLists;
    }

    @Nullable
    Object result() {
        return result;
    }

    @Override
    public void startObject() {
        descend();
        map = new LinkedHashMap<>();
        list = null;
    }

    @Override
    public void startArray() {
        descend();
        map = null;
        list = new ArrayList<>();
    }

    private void descend() {
        outer.push(new Level(map, list));
        keys.push(key == null ? "" : key);
    }

    @Override
    public void key(String name, String quoted) {
        key = name;
    }

    @Override
    public void key(String name) {
        key = name;
    }

    @Override
    public void endObject() {
        ascend(Collections.unmodifiableMap(Objects.requireNonNull(map)));
    }

    @Override
    public void endArray() {
        ascend(Collections.unmodifiableList(Objects.requireNonNull(list)));
    }

    private void ascend(Object finished) {
        Level level = outer.pop();
        map = level.map();
        list = level.list();
        key = keys.pop();
        put(finished);
    }

    @Override
    public void string(String value) {
        put(value);
    }

    @Override
    public void bool(boolean value) {
        put(value);
    }

    @Override
    public void whole(long value) {
        put(value);
    }

    /** A whole number is one, however it is held: what JSON text gives when read back. */
    @Override
    public void number(double value) {
        if (Math.rint(value) == value && Math.abs(value) < 9e18) {
            put((long) value);
        } else {
            put(value);
        }
    }

    @Override
    public void nothing() {
        put(null);
    }

    @Override
    public void tree(Object tree) {
        put(tree);
    }

    private void put(@Nullable Object value) {
        if (map != null) {
            map.put(Objects.requireNonNull(key), value);
        } else if (list != null) {
            list.add(value);
        } else {
            result = value;
        }
    }
}
