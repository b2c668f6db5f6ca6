package io.kubelayers.application.workloads;

import io.kubelayers.nucleus.codec.Codec;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The hash in the names of a StatefulSet's revisions, the same that a real cluster gives: FNV-1 of 32 bits over the
 * revision's JSON as Go writes it, keys sorted, and the collision count in digits ({@code HashControllerRevision} in
 * {@code pkg/controller/history/controller_history.go}).
 */
final class RevisionHash {
    private static final int FNV_OFFSET = 0x811c9dc5;
    private static final int FNV_PRIME = 0x01000193;

    private RevisionHash() {}

    static String of(Map<String, ?> data, @Nullable Integer collisionCount) {
        var text = Codec.json(sorted(data))
                        .replace("<", "\\u003c")
                        .replace(">", "\\u003e")
                        .replace("&", "\\u0026")
                + (collisionCount == null ? 0 : collisionCount);
        int hash = FNV_OFFSET;
        for (byte b : text.getBytes(StandardCharsets.UTF_8)) {
            hash = hash * FNV_PRIME ^ (b & 0xff);
        }
        return PodTemplateHash.safe(Integer.toUnsignedString(hash));
    }

    private static @Nullable Object sorted(@Nullable Object tree) {
        if (tree instanceof Map<?, ?> map) {
            var sorted = new TreeMap<String, @Nullable Object>();
            map.forEach((key, value) -> sorted.put(String.valueOf(key), sorted(value)));
            return sorted;
        }
        if (tree instanceof List<?> list) {
            var sorted = new ArrayList<@Nullable Object>();
            list.forEach(item -> sorted.add(sorted(item)));
            return sorted;
        }
        return tree;
    }
}
