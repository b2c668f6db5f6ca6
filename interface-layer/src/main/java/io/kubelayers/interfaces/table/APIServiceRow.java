package io.kubelayers.interfaces.table;

import io.kubelayers.nucleus.apiregistration.APIService;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A version of an API: which service serves it, and whether it answers. */
final class APIServiceRow implements RowPrinter<APIService> {
    @Override
    public List<@Nullable Object> cells(APIService service, Instant now) {
        var reference = service.spec().service();
        return Cells.row(
                Cells.name(service),
                reference == null ? "Local" : Cells.text(reference.namespace()) + "/" + Cells.text(reference.name()),
                available(service),
                Cells.age(service, now));
    }

    private static String available(APIService service) {
        for (var condition : service.status().conditions()) {
            if (condition.type().equals("Available")) {
                boolean plain = condition.status().equals("True")
                        || Cells.text(condition.reason()).isEmpty();
                return plain ? condition.status() : condition.status() + " (" + condition.reason() + ")";
            }
        }
        return "Unknown";
    }
}
