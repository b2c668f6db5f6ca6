package io.kubelayers.interfaces.http;

import io.kubelayers.nucleus.codec.Tree;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Before 1.29 nobody came to own anything of an object with two entries of one key in a list, or with an entry without its
 * key; since then such entries have owners as all others.
 */
final class ForgottenOwners {
    /** What tells the entries of one list apart: the first of these that they have. */
    private static final List<String> KEYS = List.of("name", "containerPort", "mountPath", "ip", "rule");

    private ForgottenOwners() {}

    static Map<String, @Nullable Object> remembered(Map<String, @Nullable Object> step) {
        boolean forgotten = Tree.get(step, "response", "body", "metadata", "uid") != null
                && Tree.get(step, "response", "body", "metadata", "managedFields") == null;
        if (!forgotten || !isAmbiguous(content(step))) {
            return step;
        }
        return Rewriting.response(step, (at, map) -> {
            if (at.equals(".body") && map.get("metadata") instanceof Map<?, ?> metadata) {
                var owned = new LinkedHashMap<>(Tree.map(metadata));
                owned.put("managedFields", "{{any}}");
                map.put("metadata", owned);
            }
        });
    }

    /** What was sent but for a status, which nobody comes to own so. */
    private static Map<String, @Nullable Object> content(Map<String, @Nullable Object> step) {
        var content = new LinkedHashMap<>(Tree.map(Tree.get(step, "request", "body")));
        content.remove("status");
        if (content.get("metadata") instanceof Map<?, ?> metadata) {
            var others = new LinkedHashMap<>(Tree.map(metadata));
            others.remove("managedFields");
            content.put("metadata", others);
        }
        return content;
    }

    private static boolean isAmbiguous(@Nullable Object tree) {
        if (tree instanceof Map<?, ?> map) {
            return map.values().stream().anyMatch(ForgottenOwners::isAmbiguous);
        }
        if (!(tree instanceof List<?> list)) {
            return false;
        }
        var seen = new HashSet<@Nullable Object>();
        for (var item : list) {
            if (isAmbiguous(item) || !seen.add(key(item)) || Map.of().equals(item)) {
                return true;
            }
        }
        return false;
    }

    private static @Nullable Object key(@Nullable Object item) {
        return item instanceof Map<?, ?> map
                ? KEYS.stream()
                        .map(name -> (Object) map.get(name))
                        .filter(Objects::nonNull)
                        .findFirst()
                        .orElse(item)
                : item;
    }
}
