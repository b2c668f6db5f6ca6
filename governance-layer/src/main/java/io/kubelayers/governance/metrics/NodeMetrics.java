package io.kubelayers.governance.metrics;

import io.kubelayers.nucleus.api.Column;
import io.kubelayers.nucleus.api.Kind;
import io.kubelayers.nucleus.api.Pb;
import io.kubelayers.nucleus.api.Required;
import io.kubelayers.nucleus.api.Scope;
import io.kubelayers.nucleus.api.Written;
import io.kubelayers.nucleus.meta.KubernetesObject;
import io.kubelayers.nucleus.meta.ObjectMeta;
import io.kubelayers.nucleus.value.Absent;
import io.kubelayers.nucleus.value.Quantity;
import io.soabase.recordbuilder.core.RecordBuilder;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Measured resource use of one node.
 *
 * @param metadata the usual object metadata
 * @param timestamp End of the measured span.
 * @param window Length of the measured span before timestamp.
 * @param usage Use by resource name: cpu in cores, memory in bytes.
 */
@Kind(
        group = "metrics.k8s.io",
        version = "v1beta1",
        plural = "nodes",
        singular = "",
        scope = Scope.CLUSTER,
        verbs = {"get", "list"},
        columns = {
            @Column(name = "Name", format = "name"),
            @Column(name = "cpu", format = "quantity"),
            @Column(name = "memory", format = "quantity"),
            @Column(name = "Window", format = "duration")
        })
@RecordBuilder
public record NodeMetrics(
        @Written @Pb(1) ObjectMeta metadata,
        @Required @Pb(2) @Nullable Instant timestamp,
        @Required @Pb(3) Duration window,
        @Required @Pb(4) Map<String, Quantity> usage)
        implements KubernetesObject, NodeMetricsBuilder.With {
    public NodeMetrics {
        metadata = Absent.or(metadata, ObjectMeta.EMPTY);
        window = Absent.or(window, Duration.ZERO);
        usage = Absent.map(usage);
    }

    @Override
    public NodeMetrics withMetadata(ObjectMeta metadata) {
        return NodeMetricsBuilder.With.super.withMetadata(metadata);
    }
}
