package io.kubelayers.nucleus.codec;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Any value in a text that is JSON and nothing else, such as a patch, which may be a list.
 *
 * @param tree the value, null for {@code null}
 * @param duplicates the fields that are there twice, as texts that say so; the last of each counts
 */
public record JsonValue(@Nullable Object tree, List<String> duplicates) {
    /**
     * Reads the one value of a text.
     *
     * @throws SyntaxException if the text is no JSON, or more than one value
     * @throws LimitException if it goes beyond the limits of {@link ReadOptions}
     */
    public static JsonValue read(String text) {
        var options = ReadOptions.warn();
        DocumentReader.requireShort(text, options);
        var reader = new JsonReader(text, options, null);
        Object tree = reader.next();
        var duplicates = reader.duplicates().stream().map(FieldProblem::text).toList();
        if (reader.hasNext()) {
            throw new SyntaxException(new Location(options.source(), 0, 0), "more than one value");
        }
        return new JsonValue(tree, duplicates);
    }
}
