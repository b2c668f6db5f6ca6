package io.kubelayers.interfaces.table;

import io.kubelayers.governance.quota.ResourceQuota;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A quota: used of allowed, limits in a column of their own. */
final class ResourceQuotaRow implements RowPrinter<ResourceQuota> {
    @Override
    public List<@Nullable Object> cells(ResourceQuota quota, Instant now) {
        var requests = new ArrayList<String>();
        var limits = new ArrayList<String>();
        var used = quota.status().used();
        quota.status().hard().forEach((resource, hard) -> {
            var amount = used.get(resource);
            var text = resource + ": " + (amount == null ? "0" : amount.toString()) + "/" + hard;
            (resource.startsWith("limits.") ? limits : requests).add(text);
        });
        return Cells.row(
                Cells.name(quota), String.join(", ", requests), String.join(", ", limits), Cells.age(quota, now));
    }
}
