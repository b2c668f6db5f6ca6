package io.kubelayers.interfaces.http;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The parameters behind the question mark, decoded; each may occur several times. */
public final class Query {
    /** No parameters. */
    public static final Query NONE = new Query(Map.of());

    private final Map<String, List<String>> values;

    private Query(Map<String, List<String>> values) {
        this.values = values;
    }

    /** Reads the text behind the question mark; parts with broken escapes are left out, as upstream's URL parser does. */
    public static Query parse(String text) {
        if (text.isEmpty()) {
            return NONE;
        }
        var values = new LinkedHashMap<String, List<String>>();
        for (var part : text.split("&")) {
            int equals = part.indexOf('=');
            try {
                var name = decoded(equals < 0 ? part : part.substring(0, equals));
                var value = equals < 0 ? "" : decoded(part.substring(equals + 1));
                if (!part.isEmpty()) {
                    values.computeIfAbsent(name, key -> new ArrayList<>(1)).add(value);
                }
            } catch (IllegalArgumentException brokenEscape) {
                continue;
            }
        }
        return new Query(values);
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }

    public boolean has(String name) {
        return values.containsKey(name);
    }

    /** The first value, or "" if there is none. */
    public String first(String name) {
        var all = all(name);
        return all.isEmpty() ? "" : all.get(0);
    }

    /** The first value of each parameter. */
    public Map<String, String> firsts() {
        var firsts = new LinkedHashMap<String, String>();
        values.forEach((name, all) -> firsts.put(name, all.get(0)));
        return firsts;
    }

    public List<String> all(String name) {
        return values.getOrDefault(name, List.of());
    }
}
