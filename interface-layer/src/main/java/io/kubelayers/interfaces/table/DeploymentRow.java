package io.kubelayers.interfaces.table;

import io.kubelayers.application.workloads.Deployment;
import io.kubelayers.nucleus.selector.Selector;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A deployment: how many replicas are ready of those wanted, of the newest template, and available. */
final class DeploymentRow implements RowPrinter<Deployment> {
    @Override
    public List<@Nullable Object> cells(Deployment deployment, Instant now) {
        var spec = deployment.spec();
        var status = deployment.status();
        var containers = spec.template().spec().containers();
        return Cells.row(
                Cells.name(deployment),
                status.readyReplicas() + "/" + Cells.number(spec.replicas(), 1),
                status.updatedReplicas(),
                status.availableReplicas(),
                Cells.age(deployment, now),
                Cells.containers(containers),
                Cells.images(containers),
                Selector.of(spec.selector()).toString());
    }
}
