package io.kubelayers.interfaces.table;

import io.kubelayers.nucleus.meta.KubernetesObject;
import io.kubelayers.nucleus.types.TableColumn;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Name and age, or the time of creation: all there is to say of kinds that have nothing of their own to show. */
record PlainRow(List<TableColumn> columns) implements RowPrinter<KubernetesObject> {
    @Override
    public List<@Nullable Object> cells(KubernetesObject object, Instant now) {
        var cells = new ArrayList<@Nullable Object>(columns.size());
        for (var column : columns) {
            cells.add(cell(column.name(), object, now));
        }
        return cells;
    }

    /** Whether these columns can be filled from the metadata alone. */
    static boolean suits(List<TableColumn> columns) {
        return columns.stream()
                .allMatch(column -> List.of("Name", "Age", "Created At").contains(column.name()));
    }

    private static @Nullable Object cell(String column, KubernetesObject object, Instant now) {
        return switch (column) {
            case "Name" -> Cells.name(object);
            case "Age" -> Cells.age(object, now);
            case "Created At" -> {
                var created = object.metadata().creationTimestamp();
                yield created == null ? Cells.UNKNOWN : created.toString();
            }
            default -> null;
        };
    }
}
