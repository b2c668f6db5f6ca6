package io.kubelayers.nucleus.meta;

import io.kubelayers.nucleus.api.ApiType;
import io.kubelayers.nucleus.api.Pb;
import io.kubelayers.nucleus.api.Written;
import io.kubelayers.nucleus.value.Absent;
import io.soabase.recordbuilder.core.RecordBuilder;

/**
 * Any object reduced to its metadata; spec and status are left out.
 *
 * @param metadata the usual object metadata
 */
@ApiType(group = "meta.k8s.io", version = "v1")
@RecordBuilder
public record PartialObjectMetadata(@Written @Pb(1) ObjectMeta metadata)
        implements KubernetesObject, PartialObjectMetadataBuilder.With {
    public PartialObjectMetadata {
        metadata = Absent.or(metadata, ObjectMeta.EMPTY);
    }

    @Override
    public PartialObjectMetadata withMetadata(ObjectMeta metadata) {
        return PartialObjectMetadataBuilder.With.super.withMetadata(metadata);
    }
}
