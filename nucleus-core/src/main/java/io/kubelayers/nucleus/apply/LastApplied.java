package io.kubelayers.nucleus.apply;

import io.kubelayers.nucleus.codec.Codec;
import io.kubelayers.nucleus.codec.DecodeException;
import io.kubelayers.nucleus.codec.ReadOptions;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What kubectl applied on the client's side, as it noted in an annotation. */
final class LastApplied {
    /** The manager under which kubectl applies on the server's side. */
    static final String MANAGER = "kubectl";

    private static final String ANNOTATION = "kubectl.kubernetes.io/last-applied-configuration";
    private static final int MOST_BYTES = 256 * 1024;

    private LastApplied() {}

    private static @Nullable String text(Map<String, ?> object) {
        return object.get("metadata") instanceof Map<?, ?> metadata
                        && metadata.get("annotations") instanceof Map<?, ?> annotations
                        && annotations.get(ANNOTATION) instanceof String text
                        && !text.isEmpty()
                ? text
                : null;
    }

    static boolean isIn(Map<String, ?> object) {
        return text(object) != null;
    }

    /** The fields of the configuration that are in the live object as they were applied. */
    static FieldSet fields(Shape shape, Map<String, ?> live) {
        var text = text(live);
        if (text == null) {
            return FieldSet.EMPTY;
        }
        try {
            var applied = Codec.readTree(text, ReadOptions.ignore());
            ShapeCheck.require(shape, applied, false);
            var changed = Comparison.of(shape, applied, live);
            return Fields.of(shape, applied)
                    .difference(changed.modified())
                    .difference(changed.added())
                    .difference(changed.removed());
        } catch (DecodeException | TypeMismatchException e) {
            return FieldSet.EMPTY;
        }
    }

    /** The object with a note of what was applied now. */
    static Map<String, @Nullable Object> synced(Map<String, @Nullable Object> object, Map<String, ?> config) {
        var note = new TreeMap<String, @Nullable Object>(config);
        var metadata = copy(config.get("metadata"));
        var annotations = copy(metadata.get("annotations"));
        annotations.remove(ANNOTATION);
        if (annotations.isEmpty()) {
            metadata.remove("annotations");
        } else {
            metadata.put("annotations", annotations);
        }
        note.put("metadata", metadata);
        var text = Codec.json(sorted(note)) + "\n";
        var liveMetadata = copy(object.get("metadata"));
        var liveAnnotations = copy(liveMetadata.get("annotations"));
        if (text.length() > MOST_BYTES) {
            liveAnnotations.remove(ANNOTATION);
        } else {
            liveAnnotations.put(ANNOTATION, text);
        }
        liveMetadata.put("annotations", liveAnnotations);
        var synced = new LinkedHashMap<>(object);
        synced.put("metadata", liveMetadata);
        return synced;
    }

    private static LinkedHashMap<String, @Nullable Object> copy(@Nullable Object map) {
        var copy = new LinkedHashMap<String, @Nullable Object>();
        if (map instanceof Map<?, ?> members) {
            members.forEach((key, value) -> copy.put((String) key, value));
        }
        return copy;
    }

    private static @Nullable Object sorted(@Nullable Object tree) {
        if (tree instanceof Map<?, ?> map) {
            var copy = new TreeMap<String, @Nullable Object>();
            map.forEach((key, value) -> copy.put((String) key, sorted(value)));
            return copy;
        } else if (tree instanceof java.util.List<?> list) {
            return list.stream().map(LastApplied::sorted).toList();
        }
        return tree;
    }
}
