package io.kubelayers.interfaces.http.openapi;

import io.kubelayers.nucleus.meta.GroupVersionKind;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** JSON objects whose fields stand in the order in which they are given. */
final class Nodes {
    private Nodes() {}

    static Map<String, @Nullable Object> map(Object... namesAndValues) {
        var map = new LinkedHashMap<String, @Nullable Object>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            map.put((String) namesAndValues[i], namesAndValues[i + 1]);
        }
        return map;
    }

    static Map<String, @Nullable Object> kind(GroupVersionKind kind) {
        return map("group", kind.group(), "version", kind.version(), "kind", kind.kind());
    }
}
