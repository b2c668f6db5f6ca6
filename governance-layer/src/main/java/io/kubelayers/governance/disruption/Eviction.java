package io.kubelayers.governance.disruption;

import io.kubelayers.nucleus.api.ApiType;
import io.kubelayers.nucleus.api.Pb;
import io.kubelayers.nucleus.api.Written;
import io.kubelayers.nucleus.meta.DeleteOptions;
import io.kubelayers.nucleus.meta.KubernetesObject;
import io.kubelayers.nucleus.meta.ObjectMeta;
import io.kubelayers.nucleus.value.Absent;
import io.soabase.recordbuilder.core.RecordBuilder;
import org.jspecify.annotations.Nullable;

/**
 * Asks to delete a pod within its disruption budgets; posted to the eviction subresource of the pod.
 *
 * @param metadata the usual object metadata
 * @param deleteOptions Options for the delete that follows; null uses defaults.
 */
@ApiType(group = "policy", version = "v1")
@RecordBuilder
public record Eviction(@Written @Pb(1) ObjectMeta metadata, @Pb(2) @Nullable DeleteOptions deleteOptions)
        implements KubernetesObject, EvictionBuilder.With {
    public Eviction {
        metadata = Absent.or(metadata, ObjectMeta.EMPTY);
    }

    @Override
    public Eviction withMetadata(ObjectMeta metadata) {
        return EvictionBuilder.With.super.withMetadata(metadata);
    }
}
