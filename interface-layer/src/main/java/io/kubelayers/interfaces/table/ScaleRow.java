package io.kubelayers.interfaces.table;

import io.kubelayers.nucleus.core.Scale;
import io.kubelayers.nucleus.types.TableColumn;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Rows of scales, which are no kind of their own: they are read by way of what is scaled. */
final class ScaleRow implements RowPrinter<Scale> {
    static final List<TableColumn> COLUMNS = List.of(
            new TableColumn("Name", "string", "", "", 0, ""),
            new TableColumn("Desired", "integer", "", "", 0, ""),
            new TableColumn("Available", "integer", "", "", 0, ""),
            new TableColumn("Age", "string", "", "", 0, ""));

    @Override
    public List<@Nullable Object> cells(Scale scale, Instant now) {
        return List.of(
                scale.metadata().nameOrEmpty(),
                (long) scale.spec().replicas(),
                (long) scale.status().replicas(),
                Ages.since(scale.metadata().creationTimestamp(), now));
    }
}
