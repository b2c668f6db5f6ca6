package io.kubelayers.interfaces.table;

import io.kubelayers.governance.flowcontrol.FlowSchema;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A flow schema: which priority level its requests get, and whether that level exists. */
final class FlowSchemaRow implements RowPrinter<FlowSchema> {
    @Override
    public List<@Nullable Object> cells(FlowSchema schema, Instant now) {
        var spec = schema.spec();
        var method = spec.distinguisherMethod();
        return Cells.row(
                Cells.name(schema),
                spec.priorityLevelConfiguration().name(),
                spec.matchingPrecedence(),
                method == null ? Cells.NONE : method.type(),
                Cells.age(schema, now),
                dangling(schema));
    }

    private static String dangling(FlowSchema schema) {
        for (var condition : schema.status().conditions()) {
            if ("Dangling".equals(condition.type())) {
                return Cells.text(condition.status());
            }
        }
        return "?";
    }
}
