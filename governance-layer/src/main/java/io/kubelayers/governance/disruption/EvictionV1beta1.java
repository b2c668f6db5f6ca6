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
 * The older version of {@link Eviction}, which says the same. The group is not served in it, but evictions may still be
 * posted so, and fabric8's client does.
 *
 * @param metadata the usual object metadata
 * @param deleteOptions Options for the delete that follows; null uses defaults.
 */
@ApiType(group = "policy", version = "v1beta1", kind = "Eviction")
@RecordBuilder
public record EvictionV1beta1(@Written @Pb(1) ObjectMeta metadata, @Pb(2) @Nullable DeleteOptions deleteOptions)
        implements KubernetesObject, EvictionV1beta1Builder.With {
    public EvictionV1beta1 {
        metadata = Absent.or(metadata, ObjectMeta.EMPTY);
    }

    @Override
    public EvictionV1beta1 withMetadata(ObjectMeta metadata) {
        return EvictionV1beta1Builder.With.super.withMetadata(metadata);
    }
}
