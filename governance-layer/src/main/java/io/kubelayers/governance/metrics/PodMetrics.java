package io.kubelayers.governance.metrics;

import io.kubelayers.nucleus.api.Atomic;
import io.kubelayers.nucleus.api.Column;
import io.kubelayers.nucleus.api.Kind;
import io.kubelayers.nucleus.api.Pb;
import io.kubelayers.nucleus.api.Required;
import io.kubelayers.nucleus.api.Written;
import io.kubelayers.nucleus.meta.KubernetesObject;
import io.kubelayers.nucleus.meta.ObjectMeta;
import io.kubelayers.nucleus.value.Absent;
import io.kubelayers.nucleus.value.Quantity;
import io.soabase.recordbuilder.core.RecordBuilder;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Measured resource use of one pod, by container.
 *
 * @param metadata the usual object metadata
 * @param timestamp End of the measured span.
 * @param window Length of the measured span before timestamp.
 * @param containers Use of each container in that span.
 */
@Kind(
        group = "metrics.k8s.io",
        version = "v1beta1",
        plural = "pods",
        singular = "",
        verbs = {"get", "list"},
        columns = {
            @Column(name = "Name", format = "name"),
            @Column(name = "cpu", format = "quantity"),
            @Column(name = "memory", format = "quantity"),
            @Column(name = "Window", format = "duration")
        })
@RecordBuilder
public record PodMetrics(
        @Written @Pb(1) ObjectMeta metadata,
        @Required @Pb(2) @Nullable Instant timestamp,
        @Required @Pb(3) Duration window,
        @Required @Atomic @Pb(4) List<ContainerMetrics> containers)
        implements KubernetesObject, PodMetricsBuilder.With {
    public PodMetrics {
        metadata = Absent.or(metadata, ObjectMeta.EMPTY);
        window = Absent.or(window, Duration.ZERO);
        containers = Absent.list(containers);
    }

    @Override
    public PodMetrics withMetadata(ObjectMeta metadata) {
        return PodMetricsBuilder.With.super.withMetadata(metadata);
    }

    /**
     * Measured resource use of one container.
     *
     * @param name Container name, as in the pod.
     * @param usage Use by resource name: cpu in cores, memory in bytes.
     */
    @RecordBuilder
    public record ContainerMetrics(@Required @Pb(1) String name, @Required @Pb(2) Map<String, Quantity> usage)
            implements PodMetricsContainerMetricsBuilder.With {
        public ContainerMetrics {
            name = Absent.text(name);
            usage = Absent.map(usage);
        }
    }
}
