package io.kubelayers.interfaces.table;

import io.kubelayers.nucleus.core.Pod;
import io.kubelayers.nucleus.core.Scale;
import io.kubelayers.nucleus.meta.KubernetesObject;
import io.kubelayers.nucleus.meta.ListMeta;
import io.kubelayers.nucleus.meta.Table;
import io.kubelayers.nucleus.types.ResourceType;
import io.kubelayers.nucleus.types.TableColumn;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Makes the table that a server answers to those who ask for one. */
public final class Tables {
    private static final List<TableColumn> FALLBACK = List.of(
            new TableColumn("Name", "string", "name", "", 0, ""), new TableColumn("Age", "string", "", "", 0, ""));

    private Tables() {}

    /**
     * The objects of a kind as a table, all columns included: those of priority 1 are for wide output.
     *
     * @param now what ages are counted to
     * @throws JsonPathException if a column of a custom resource has a path that can't be read
     */
    public static Table of(ResourceType type, List<? extends KubernetesObject> objects, Instant now) {
        boolean scales = !objects.isEmpty() && objects.get(0) instanceof Scale;
        var columns = scales ? ScaleRow.COLUMNS : type.columns().isEmpty() ? FALLBACK : type.columns();
        var printer = scales ? new ScaleRow() : Printers.printerOf(type, columns);
        var rows = new ArrayList<Table.Row>(objects.size());
        for (var object : objects) {
            rows.add(row(printer, object, now));
        }
        var definitions = new ArrayList<Table.ColumnDefinition>(columns.size());
        for (var column : columns) {
            definitions.add(new Table.ColumnDefinition(
                    column.name(), column.type(), column.format(), ColumnTexts.of(type, column), column.priority()));
        }
        return new Table(ListMeta.EMPTY, definitions, rows);
    }

    /** Rows of pods that have run to their end are marked. */
    private static List<Table.RowCondition> completed(KubernetesObject object) {
        if (!(object instanceof Pod pod)) {
            return List.of();
        }
        var phase = pod.status().phase();
        if (Pod.Phase.SUCCEEDED.equals(phase)) {
            return List.of(new Table.RowCondition(
                    Table.RowConditionType.COMPLETED, "True", phase, "The pod has completed successfully."));
        }
        return Pod.Phase.FAILED.equals(phase)
                ? List.of(new Table.RowCondition(Table.RowConditionType.COMPLETED, "True", phase, "The pod failed."))
                : List.of();
    }

    private static <T extends KubernetesObject> Table.Row row(
            RowPrinter<T> printer, KubernetesObject object, Instant now) {
        @SuppressWarnings("unchecked") // printers are registered by the class of their objects
        List<@Nullable Object> cells = printer.cells((T) object, now);
        return new Table.Row(cells, completed(object), object);
    }
}
