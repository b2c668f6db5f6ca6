package io.kubelayers.nucleus.resource;

import io.kubelayers.nucleus.api.Atomic;
import io.kubelayers.nucleus.api.Column;
import io.kubelayers.nucleus.api.FeatureGate;
import io.kubelayers.nucleus.api.Immutable;
import io.kubelayers.nucleus.api.Kind;
import io.kubelayers.nucleus.api.Limits;
import io.kubelayers.nucleus.api.OmitEmpty;
import io.kubelayers.nucleus.api.OneOf;
import io.kubelayers.nucleus.api.Pb;
import io.kubelayers.nucleus.api.Required;
import io.kubelayers.nucleus.api.Scope;
import io.kubelayers.nucleus.api.TypeName;
import io.kubelayers.nucleus.api.Written;
import io.kubelayers.nucleus.api.ZeroOrOneOf;
import io.kubelayers.nucleus.core.NodeSelector;
import io.kubelayers.nucleus.meta.KubernetesObject;
import io.kubelayers.nucleus.meta.ObjectMeta;
import io.kubelayers.nucleus.value.Absent;
import io.soabase.recordbuilder.core.RecordBuilder;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Part of a pool of devices that a driver offers; kept up to date by the driver.
 *
 * @param metadata the usual object metadata
 * @param spec The devices or counters offered.
 */
@Kind(
        group = "resource.k8s.io",
        version = "v1",
        plural = "resourceslices",
        scope = Scope.CLUSTER,
        fieldSelectors = {"spec.nodeName", "spec.driver"},
        columns = {
            @Column(name = "Name", format = "name"),
            @Column(name = "Node"),
            @Column(name = "Driver"),
            @Column(name = "Pool"),
            @Column(name = "Age")
        })
@RecordBuilder
public record ResourceSlice(@Written @Pb(1) ObjectMeta metadata, @Required @Pb(2) Spec spec)
        implements KubernetesObject, ResourceSliceBuilder.With {
    public ResourceSlice {
        metadata = Absent.or(metadata, ObjectMeta.EMPTY);
        spec = Absent.or(spec, Spec.EMPTY);
    }

    @Override
    public ResourceSlice withMetadata(ObjectMeta metadata) {
        return ResourceSliceBuilder.With.super.withMetadata(metadata);
    }

    /**
     * Devices or counters of one slice and the nodes that reach them; exactly one node member is set.
     *
     * @param driver Name of the driver, a DNS subdomain up to 63 characters; cannot change.
     * @param pool Pool the slice belongs to.
     * @param nodeName Node the devices are local to; null if another node member is set. Cannot change.
     * @param nodeSelector Nodes that reach the devices, a single term; null if another node member is set.
     * @param allNodes True if every node reaches the devices; null if another node member is set.
     * @param devices Devices, up to 128, or 64 with taints or counters; empty if sharedCounters is set.
     * @param perDeviceNodeSelection True if each device tells its own nodes; null if another node member is set.
     * @param sharedCounters Counter sets the pool's devices draw from, up to 8; empty if devices is set.
     */
    @TypeName("ResourceSliceSpec")
    @RecordBuilder
    public record Spec(
            @Required @Immutable @Pb(1) String driver,
            @Required @Pb(2) ResourcePool pool,
            @Immutable @OneOf("NodeSelection") @Pb(3) @Nullable String nodeName,
            @OneOf("NodeSelection") @Pb(4) @Nullable NodeSelector nodeSelector,
            @OneOf("NodeSelection") @Pb(5) @Nullable Boolean allNodes,
            @Atomic @ZeroOrOneOf("ResourceSliceType") @Pb(6) List<Device> devices,
            @OneOf("NodeSelection") @FeatureGate("DRAPartitionableDevices") @Pb(7) @Nullable
                    Boolean perDeviceNodeSelection,
            @Atomic
                    @ZeroOrOneOf("ResourceSliceType")
                    @FeatureGate("DRAPartitionableDevices")
                    @Limits(maxItems = 8)
                    @Pb(8)
                    List<CounterSet> sharedCounters)
            implements ResourceSliceSpecBuilder.With {
        /** The value of a field that was not set. */
        @SuppressWarnings("NullAway") // the constructor fills in what is absent
        public static final Spec EMPTY = new Spec(null, null, null, null, null, null, null, null);

        public Spec {
            driver = Absent.text(driver);
            pool = Absent.or(pool, ResourcePool.EMPTY);
            devices = Absent.list(devices);
            sharedCounters = Absent.list(sharedCounters);
        }
    }

    /**
     * Named counters that several devices share, as parts of one physical device do.
     *
     * @param name Name, a DNS label unique in the pool.
     * @param counters Total amounts by counter name, up to 32.
     */
    @RecordBuilder
    public record CounterSet(
            @Required @Limits(format = "k8s-short-name") @Pb(1) String name,
            @Required @OmitEmpty @Pb(2) Map<String, Counter> counters)
            implements ResourceSliceCounterSetBuilder.With {
        public CounterSet {
            name = Absent.text(name);
            counters = Absent.map(counters);
        }
    }

    /**
     * Pool of devices that a slice is a part of.
     *
     * @param name Pool name, DNS subdomains joined by slashes, often the node name; cannot change.
     * @param generation Edition of the pool, raised on change; only slices of the newest count.
     * @param resourceSliceCount How many slices make up the pool at this generation; at least 1.
     */
    @RecordBuilder
    public record ResourcePool(
            @Required @Immutable @Pb(1) String name,
            @Required @Pb(2) long generation,
            @Required @Pb(3) long resourceSliceCount)
            implements ResourceSliceResourcePoolBuilder.With {
        /** The value of a field that was not set. */
        @SuppressWarnings("NullAway") // the constructor fills in what is absent
        public static final ResourcePool EMPTY = new ResourcePool(null, 0, 0);

        public ResourcePool {
            name = Absent.text(name);
        }
    }
}
