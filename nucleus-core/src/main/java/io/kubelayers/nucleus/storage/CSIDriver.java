package io.kubelayers.nucleus.storage;

import io.kubelayers.nucleus.api.Atomic;
import io.kubelayers.nucleus.api.Column;
import io.kubelayers.nucleus.api.EnumValues;
import io.kubelayers.nucleus.api.FeatureGate;
import io.kubelayers.nucleus.api.Immutable;
import io.kubelayers.nucleus.api.Kind;
import io.kubelayers.nucleus.api.ListSet;
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
 * Announces a CSI volume driver and how the cluster should treat it; its name is the driver name.
 *
 * @param metadata the usual object metadata
 * @param spec Traits of the driver.
 */
@Kind(
        group = "storage.k8s.io",
        version = "v1",
        plural = "csidrivers",
        scope = Scope.CLUSTER,
        columns = {
            @Column(name = "Name", format = "name"),
            @Column(name = "AttachRequired", type = "boolean"),
            @Column(name = "PodInfoOnMount", type = "boolean"),
            @Column(name = "StorageCapacity", type = "boolean"),
            @Column(name = "TokenRequests"),
            @Column(name = "RequiresRepublish", type = "boolean"),
            @Column(name = "Modes"),
            @Column(name = "Age")
        })
@RecordBuilder
public record CSIDriver(@Written @Pb(1) ObjectMeta metadata, @Required @Pb(2) Spec spec)
        implements KubernetesObject, CSIDriverBuilder.With {
    public CSIDriver {
        metadata = Absent.or(metadata, ObjectMeta.EMPTY);
        spec = Absent.or(spec, Spec.EMPTY);
    }

    @Override
    public CSIDriver withMetadata(ObjectMeta metadata) {
        return CSIDriverBuilder.With.super.withMetadata(metadata);
    }

    /**
     * Traits of a CSI driver.
     *
     * @param attachRequired Whether volumes must be attached before mounting; null is read as true, cannot change.
     * @param podInfoOnMount Whether pod name, namespace and so on are passed on mount; null is read as false.
     * @param volumeLifecycleModes Supported volume kinds: Persistent, Ephemeral or both; empty means Persistent,
     *     cannot change.
     * @param storageCapacity Whether scheduling looks at the free space the driver reports; null is read as false.
     * @param fsGroupPolicy Whether volume ownership follows fsGroup: ReadWriteOnceWithFSType, File or None; null
     *     means the first.
     * @param tokenRequests Service account tokens to pass to the driver on mount; empty passes none.
     * @param requiresRepublish True if mount calls are to be repeated from time to time to refresh content; null is
     *     false.
     * @param seLinuxMount Whether the driver can mount with an SELinux label; null is read as false.
     * @param nodeAllocatableUpdatePeriodSeconds Seconds between refreshes of the per-node volume limit, at least
     *     10; null turns them off.
     * @param serviceAccountTokenInSecrets True passes tokens in the secrets of the mount call; null or false in its
     *     volume context.
     */
    @TypeName("CSIDriverSpec")
    @RecordBuilder
    public record Spec(
            @Immutable @Pb(1) @Nullable Boolean attachRequired,
            @Pb(2) @Nullable Boolean podInfoOnMount,
            @ListSet @Immutable @EnumValues(value = VolumeLifecycleMode.class, closed = false) @Pb(3)
                    List<String> volumeLifecycleModes,
            @FeatureGate("CSIStorageCapacity") @Pb(4) @Nullable Boolean storageCapacity,
            @EnumValues(value = FSGroupPolicy.class, closed = false) @Pb(5) @Nullable String fsGroupPolicy,
            @Atomic @Pb(6) List<TokenRequest> tokenRequests,
            @Pb(7) @Nullable Boolean requiresRepublish,
            @FeatureGate("SELinuxMountReadWriteOncePod") @Pb(8) @Nullable Boolean seLinuxMount,
            @FeatureGate("MutableCSINodeAllocatableCount") @Pb(9) @Nullable Long nodeAllocatableUpdatePeriodSeconds,
            @FeatureGate("CSIServiceAccountTokenSecrets") @Pb(10) @Nullable Boolean serviceAccountTokenInSecrets)
            implements CSIDriverSpecBuilder.With {
        /** The value of a field that was not set. */
        @SuppressWarnings("NullAway") // the constructor fills in what is absent
        public static final Spec EMPTY = new Spec(null, null, null, null, null, null, null, null, null, null);

        public Spec {
            volumeLifecycleModes = Absent.list(volumeLifecycleModes);
            tokenRequests = Absent.list(tokenRequests);
        }
    }

    /**
     * A service account token the kubelet gets for a CSI driver.
     *
     * @param audience Audience of the token; empty means that of the API server.
     * @param expirationSeconds Lifetime in seconds; null leaves it to the default of token requests.
     */
    @RecordBuilder
    public record TokenRequest(@Required @Pb(1) String audience, @Pb(2) @Nullable Long expirationSeconds)
            implements CSIDriverTokenRequestBuilder.With {
        public TokenRequest {
            audience = Absent.text(audience);
        }
    }

    /** The values of {@code VolumeLifecycleMode} known upstream; others may occur. */
    public static final class VolumeLifecycleMode {
        public static final String PERSISTENT = "Persistent";
        public static final String EPHEMERAL = "Ephemeral";

        private VolumeLifecycleMode() {}
    }

    /** The values of {@code FSGroupPolicy} known upstream; others may occur. */
    public static final class FSGroupPolicy {
        public static final String READ_WRITE_ONCE_WITH_FSTYPE = "ReadWriteOnceWithFSType";
        public static final String FILE = "File";
        public static final String NONE = "None";

        private FSGroupPolicy() {}
    }
}
