package io.kubelayers.interfaces.table;

import io.kubelayers.nucleus.types.ResourceType;
import io.kubelayers.nucleus.types.TableColumn;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.TreeMap;

/** What columns of built-in kinds say, in words: tables tell it with their columns. */
final class ColumnTexts {
    private static final Map<String, String> TEXTS = read();

    private ColumnTexts() {}

    /** The description of a column; that of a custom kind is what its definition says. */
    static String of(ResourceType type, TableColumn column) {
        if (type.dynamic() || !column.description().isEmpty()) {
            return column.description();
        }
        var ofAll = TEXTS.getOrDefault(column.name(), "");
        return TEXTS.getOrDefault(type.plural() + "." + column.name(), ofAll);
    }

    private static Map<String, String> read() {
        var properties = new Properties();
        try (var in = Objects.requireNonNull(ColumnTexts.class.getResourceAsStream("columns.properties"))) {
            properties.load(new InputStreamReader(in, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        var texts = new TreeMap<String, String>();
        properties.forEach((name, text) -> texts.put(name.toString(), text.toString()));
        return texts;
    }
}
