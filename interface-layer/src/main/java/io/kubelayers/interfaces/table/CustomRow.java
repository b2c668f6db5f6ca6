package io.kubelayers.interfaces.table;

import io.kubelayers.nucleus.codec.Codec;
import io.kubelayers.nucleus.meta.KubernetesObject;
import io.kubelayers.nucleus.types.TableColumn;
import io.kubelayers.nucleus.types.TypeRegistry;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A custom resource: each cell is what its column's path finds in the object (apiextensions {@code tableconvertor}).
 */
final class CustomRow implements RowPrinter<KubernetesObject> {
    private final Codec codec = Codec.of(TypeRegistry.empty());
    private final List<TableColumn> columns;
    private final List<JsonPath> paths;

    private CustomRow(List<TableColumn> columns, List<JsonPath> paths) {
        this.columns = columns;
        this.paths = paths;
    }

    static CustomRow of(List<TableColumn> columns) {
        var paths = new ArrayList<JsonPath>(columns.size());
        for (var column : columns) {
            paths.add(JsonPath.parse(path(column)));
        }
        return new CustomRow(columns, paths);
    }

    private static String path(TableColumn column) {
        if (!column.jsonPath().isEmpty()) {
            return column.jsonPath();
        }
        return column.name().equals("Name") ? ".metadata.name" : ".metadata.creationTimestamp";
    }

    @Override
    public List<@Nullable Object> cells(KubernetesObject object, Instant now) {
        var tree = codec.toTree(object);
        var cells = new ArrayList<@Nullable Object>(columns.size());
        for (int i = 0; i < columns.size(); i++) {
            var found = paths.get(i).find(tree);
            cells.add(found.isEmpty() ? null : cell(columns.get(i), found.get(0), now));
        }
        return cells;
    }

    private static @Nullable Object cell(TableColumn column, Object value, Instant now) {
        if (column.type().equals("date")
                || (column.name().equals("Age") && column.jsonPath().isEmpty())) {
            return age(value, now);
        }
        return switch (column.type()) {
            case "integer" -> value instanceof Number number ? (Object) number.longValue() : null;
            case "number" -> value instanceof Number ? value : null;
            case "boolean" -> value instanceof Boolean ? value : null;
            default -> value instanceof Map || value instanceof List ? Codec.json(value) : value.toString();
        };
    }

    private static String age(Object value, Instant now) {
        try {
            return Ages.since(Instant.parse(value.toString()), now);
        } catch (DateTimeParseException e) {
            return "<invalid>";
        }
    }
}
