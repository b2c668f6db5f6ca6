package io.kubelayers.nucleus.coordination;

import io.kubelayers.nucleus.api.Column;
import io.kubelayers.nucleus.api.EnumValues;
import io.kubelayers.nucleus.api.FeatureGate;
import io.kubelayers.nucleus.api.Kind;
import io.kubelayers.nucleus.api.Micro;
import io.kubelayers.nucleus.api.Pb;
import io.kubelayers.nucleus.api.TypeName;
import io.kubelayers.nucleus.api.Written;
import io.kubelayers.nucleus.meta.KubernetesObject;
import io.kubelayers.nucleus.meta.ObjectMeta;
import io.kubelayers.nucleus.value.Absent;
import io.soabase.recordbuilder.core.RecordBuilder;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A lock with a time limit, used for leader election and node heartbeats.
 *
 * @param metadata the usual object metadata
 * @param spec Holder and times of the lock.
 */
@Kind(
        group = "coordination.k8s.io",
        version = "v1",
        plural = "leases",
        columns = {@Column(name = "Name", format = "name"), @Column(name = "Holder"), @Column(name = "Age")})
@RecordBuilder
public record Lease(@Written @Pb(1) ObjectMeta metadata, @Written @Pb(2) Spec spec)
        implements KubernetesObject, LeaseBuilder.With {
    public Lease {
        metadata = Absent.or(metadata, ObjectMeta.EMPTY);
        spec = Absent.or(spec, Spec.EMPTY);
    }

    @Override
    public Lease withMetadata(ObjectMeta metadata) {
        return LeaseBuilder.With.super.withMetadata(metadata);
    }

    /**
     * Holder, times and hand-over of a Lease.
     *
     * @param holderIdentity Who holds the lock; null or empty if nobody.
     * @param leaseDurationSeconds Seconds after renewTime before others may take over; above 0.
     * @param acquireTime When the present holder took the lock.
     * @param renewTime When the holder last renewed it.
     * @param leaseTransitions How often the lock has changed hands; 0 or more.
     * @param strategy How a leader is chosen when election is coordinated, such as OldestEmulationVersion; null if
     *     not coordinated.
     * @param preferredHolder Better candidate the holder should give way to; null if none. Needs strategy.
     */
    @TypeName("LeaseSpec")
    @RecordBuilder
    public record Spec(
            @Pb(1) @Nullable String holderIdentity,
            @Pb(2) @Nullable Integer leaseDurationSeconds,
            @Micro @Pb(3) @Nullable Instant acquireTime,
            @Micro @Pb(4) @Nullable Instant renewTime,
            @Pb(5) @Nullable Integer leaseTransitions,
            @FeatureGate("CoordinatedLeaderElection")
                    @EnumValues(value = CoordinatedLeaseStrategy.class, closed = false)
                    @Pb(6)
                    @Nullable
                    String strategy,
            @FeatureGate("CoordinatedLeaderElection") @Pb(7) @Nullable String preferredHolder)
            implements LeaseSpecBuilder.With {
        /** The value of a field that was not set. */
        @SuppressWarnings("NullAway") // the constructor fills in what is absent
        public static final Spec EMPTY = new Spec(null, null, null, null, null, null, null);
    }

    /** The values of {@code CoordinatedLeaseStrategy} known upstream; others may occur. */
    public static final class CoordinatedLeaseStrategy {
        public static final String OLDEST_EMULATION_VERSION = "OldestEmulationVersion";

        private CoordinatedLeaseStrategy() {}
    }
}
