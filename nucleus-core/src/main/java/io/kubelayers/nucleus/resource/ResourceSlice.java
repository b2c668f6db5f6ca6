package io.kubelayers.nucleus.resource;

import io.kubelayers.nucleus.api.Atomic;
import io.kubelayers.nucleus.api.Column;
import io.kubelayers.nucleus.api.FeatureGate;
import io.kubelayers.nucleus.api.Immutable;
import io.kubelayers.nucleus.api.Kind;
import io.kubelayers.nucleus.api.KubernetesObject;
import io.kubelayers.nucleus.api.Limits;
import io.kubelayers.nucleus.api.OmitEmpty;
import io.kubelayers.nucleus.api.OneOf;
import io.kubelayers.nucleus.api.Pb;
import io.kubelayers.nucleus.api.Required;
import io.kubelayers.nucleus.api.Scope;
import io.kubelayers.nucleus.api.Written;
import io.kubelayers.nucleus.api.ZeroOrOneOf;
import io.kubelayers.nucleus.core.NodeSelector;
import io.kubelayers.nucleus.meta.ObjectMeta;
import io.kubelayers.nucleus.value.Absent;
import io.soabase.recordbuilder.core.RecordBuilder;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * TODO-DOC.
 *
 * @param metadata the usual object metadata
 * @param spec TODO-DOC
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
public record ResourceSlice(
    @Written @Pb(1) ObjectMeta metadata,
    @Required @Pb(2) Spec spec)
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
     * TODO-DOC.
     *
     * @param driver TODO-DOC
     * @param pool TODO-DOC
     * @param nodeName TODO-DOC
     * @param nodeSelector TODO-DOC
     * @param allNodes TODO-DOC
     * @param devices TODO-DOC
     * @param perDeviceNodeSelection TODO-DOC
     * @param sharedCounters TODO-DOC
     */
    @RecordBuilder
    public record Spec(
        @Required @Immutable @Pb(1) String driver,
        @Required @Pb(2) ResourcePool pool,
        @Immutable @OneOf("NodeSelection") @Pb(3) @Nullable String nodeName,
        @OneOf("NodeSelection") @Pb(4) @Nullable NodeSelector nodeSelector,
        @OneOf("NodeSelection") @Pb(5) @Nullable Boolean allNodes,
        @Atomic @ZeroOrOneOf("ResourceSliceType") @Pb(6) List<Device> devices,
        @OneOf("NodeSelection") @FeatureGate("DRAPartitionableDevices") @Pb(7) @Nullable Boolean perDeviceNodeSelection,
        @Atomic @ZeroOrOneOf("ResourceSliceType") @FeatureGate("DRAPartitionableDevices") @Limits(maxItems = 8) @Pb(8) List<CounterSet> sharedCounters)
        implements ResourceSliceSpecBuilder.With {
        /** The value of a field that was not set. */
        public static final Spec EMPTY = new Spec(null, null, null, null, null, null, null, null);

        public Spec {
            driver = Absent.text(driver);
            pool = Absent.or(pool, ResourcePool.EMPTY);
            devices = Absent.list(devices);
            sharedCounters = Absent.list(sharedCounters);
        }

    }

    /**
     * TODO-DOC.
     *
     * @param name TODO-DOC
     * @param counters TODO-DOC
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
     * TODO-DOC.
     *
     * @param name TODO-DOC
     * @param generation TODO-DOC
     * @param resourceSliceCount TODO-DOC
     */
    @RecordBuilder
    public record ResourcePool(
        @Required @Immutable @Pb(1) String name,
        @Required @Pb(2) long generation,
        @Required @Pb(3) long resourceSliceCount)
        implements ResourceSliceResourcePoolBuilder.With {
        /** The value of a field that was not set. */
        public static final ResourcePool EMPTY = new ResourcePool(null, 0, 0);

        public ResourcePool {
            name = Absent.text(name);
        }

    }
}
