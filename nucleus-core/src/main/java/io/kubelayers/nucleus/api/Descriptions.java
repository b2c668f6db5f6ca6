package io.kubelayers.nucleus.api;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What types and fields are, in the words of their Javadoc, which the build keeps beside the classes, a file a package
 * ({@code META-INF/kubelayers/descriptions}). Files are read when a type of theirs is first asked for.
 *
 * <pre>{@code
 * var descriptions = new Descriptions();
 * descriptions.of(RecordSchema.of(Container.class));   // One process image run inside a pod, …
 * }</pre>
 */
public final class Descriptions {
    private static final String FOLDER = "/META-INF/kubelayers/descriptions/";

    private final Map<String, Map<String, String>> byPackage = new ConcurrentHashMap<>();

    /** What the type is; "" where nobody said. */
    public String of(RecordSchema record) {
        return text(record, "");
    }

    /** What a field of that type is; "" where nobody said. */
    public String of(RecordSchema record, FieldSchema field) {
        return text(record, field.component());
    }

    private String text(RecordSchema record, String component) {
        var type = record.type();
        var texts = byPackage.computeIfAbsent(type.getPackageName(), name -> read(type, name));
        var name = type.getName().substring(type.getPackageName().length() + 1).replace('$', '.');
        return texts.getOrDefault(name + "\t" + component, "");
    }

    /** The texts of a package, by name of the record, a tab and the component, which is "" for the record itself. */
    private static Map<String, String> read(Class<?> type, String name) {
        try (var file = type.getResourceAsStream(FOLDER + name + ".txt")) {
            if (file == null) {
                return Map.of();
            }
            var texts = new HashMap<String, String>();
            var record = "";
            for (var line : new String(file.readAllBytes(), StandardCharsets.UTF_8).split("\n")) {
                int start = line.startsWith("\t") ? 1 : 0;
                int end = line.indexOf('\t', start);
                var subject = line.substring(start, end);
                record = start == 0 ? subject : record;
                texts.put(
                        record + "\t" + (start == 0 ? "" : subject),
                        line.substring(end + 1).replace("\\n", "\n"));
            }
            return texts;
        } catch (IOException e) {
            throw new UncheckedIOException("can't read what the types of " + name + " are", e);
        }
    }
}
