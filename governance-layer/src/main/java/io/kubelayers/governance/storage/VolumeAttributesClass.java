package io.kubelayers.governance.storage;

import io.kubelayers.nucleus.api.Column;
import io.kubelayers.nucleus.api.Immutable;
import io.kubelayers.nucleus.api.Kind;
import io.kubelayers.nucleus.api.Pb;
import io.kubelayers.nucleus.api.Required;
import io.kubelayers.nucleus.api.Scope;
import io.kubelayers.nucleus.api.Written;
import io.kubelayers.nucleus.meta.KubernetesObject;
import io.kubelayers.nucleus.meta.ObjectMeta;
import io.kubelayers.nucleus.value.Absent;
import io.soabase.recordbuilder.core.RecordBuilder;
import java.util.Map;

/**
 * A named set of volume settings that a claim can switch to while in use.
 *
 * @param metadata the usual object metadata
 * @param driverName Name of the CSI driver; cannot change.
 * @param parameters Settings passed to the driver, 1 to 512 entries; cannot change.
 */
@Kind(
        group = "storage.k8s.io",
        version = "v1",
        plural = "volumeattributesclasses",
        scope = Scope.CLUSTER,
        shortNames = "vac",
        columns = {@Column(name = "Name", format = "name"), @Column(name = "DriverName"), @Column(name = "Age")})
@RecordBuilder
public record VolumeAttributesClass(
        @Written @Pb(1) ObjectMeta metadata,
        @Required @Immutable @Pb(2) String driverName,
        @Immutable @Pb(3) Map<String, String> parameters)
        implements KubernetesObject, VolumeAttributesClassBuilder.With {
    public VolumeAttributesClass {
        metadata = Absent.or(metadata, ObjectMeta.EMPTY);
        driverName = Absent.text(driverName);
        parameters = Absent.map(parameters);
    }

    @Override
    public VolumeAttributesClass withMetadata(ObjectMeta metadata) {
        return VolumeAttributesClassBuilder.With.super.withMetadata(metadata);
    }
}
