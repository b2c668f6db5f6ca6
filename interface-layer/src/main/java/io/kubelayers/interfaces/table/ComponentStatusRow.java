package io.kubelayers.interfaces.table;

import io.kubelayers.nucleus.core.ComponentStatus;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Whether a part of the control plane is healthy. */
final class ComponentStatusRow implements RowPrinter<ComponentStatus> {
    @Override
    public List<@Nullable Object> cells(ComponentStatus component, Instant now) {
        for (var condition : component.conditions()) {
            if (condition.type().equals("Healthy")) {
                return Cells.row(
                        Cells.name(component),
                        condition.status().equals("True") ? "Healthy" : "Unhealthy",
                        Cells.text(condition.message()),
                        Cells.text(condition.error()));
            }
        }
        return Cells.row(Cells.name(component), "Unknown", "", "");
    }
}
