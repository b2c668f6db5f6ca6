package io.kubelayers.nucleus.storage;

import io.kubelayers.nucleus.api.Atomic;
import io.kubelayers.nucleus.api.Column;
import io.kubelayers.nucleus.api.Kind;
import io.kubelayers.nucleus.api.ListMap;
import io.kubelayers.nucleus.api.MergeKey;
import io.kubelayers.nucleus.api.Pb;
import io.kubelayers.nucleus.api.Required;
import io.kubelayers.nucleus.api.Scope;
import io.kubelayers.nucleus.api.TypeName;
import io.kubelayers.nucleus.api.Written;
import io.kubelayers.nucleus.meta.KubernetesObject;
import io.kubelayers.nucleus.meta.ObjectMeta;
import io.kubelayers.nucleus.value.Absent;
import io.soabase.recordbuilder.core.RecordBuilder;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Lists the CSI drivers present on a node; its name is the node name.
 *
 * @param metadata the usual object metadata
 * @param spec Drivers of the node.
 */
@Kind(
        group = "storage.k8s.io",
        version = "v1",
        plural = "csinodes",
        scope = Scope.CLUSTER,
        columns = {
            @Column(name = "Name", format = "name"),
            @Column(name = "Drivers", type = "integer"),
            @Column(name = "Age")
        })
@RecordBuilder
public record CSINode(@Written @Pb(1) ObjectMeta metadata, @Required @Pb(2) Spec spec)
        implements KubernetesObject, CSINodeBuilder.With {
    public CSINode {
        metadata = Absent.or(metadata, ObjectMeta.EMPTY);
        spec = Absent.or(spec, Spec.EMPTY);
    }

    @Override
    public CSINode withMetadata(ObjectMeta metadata) {
        return CSINodeBuilder.With.super.withMetadata(metadata);
    }

    /**
     * CSI drivers of one node.
     *
     * @param drivers The drivers, one entry a name; may be empty.
     */
    @TypeName("CSINodeSpec")
    @RecordBuilder
    public record Spec(@Required @ListMap("name") @MergeKey("name") @Pb(1) List<Driver> drivers)
            implements CSINodeSpecBuilder.With {
        /** The value of a field that was not set. */
        @SuppressWarnings("NullAway") // the constructor fills in what is absent
        public static final Spec EMPTY = new Spec(null);

        public Spec {
            drivers = Absent.list(drivers);
        }
    }

    /**
     * One CSI driver on a node.
     *
     * @param name Driver name, the same as that of its CSIDriver.
     * @param nodeID Name of the node in the terms of the driver.
     * @param topologyKeys Node label keys that describe where the driver can reach volumes; may be empty.
     * @param allocatable Volume limits on this node; null if unknown.
     */
    @TypeName("CSINodeDriver")
    @RecordBuilder
    public record Driver(
            @Required @Pb(1) String name,
            @Required @Pb(2) String nodeID,
            @Written @Atomic @Pb(3) List<String> topologyKeys,
            @Pb(4) @Nullable VolumeNodeResources allocatable)
            implements CSINodeDriverBuilder.With {
        public Driver {
            name = Absent.text(name);
            nodeID = Absent.text(nodeID);
            topologyKeys = Absent.list(topologyKeys);
        }
    }

    /**
     * Volume limits of one driver on a node.
     *
     * @param count Most volumes that can be in use at once; null means no known limit.
     */
    @RecordBuilder
    public record VolumeNodeResources(@Pb(1) @Nullable Integer count)
            implements CSINodeVolumeNodeResourcesBuilder.With {}
}
