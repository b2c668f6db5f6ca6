package io.kubelayers.nucleus.core;

import io.kubelayers.nucleus.api.Atomic;
import io.kubelayers.nucleus.api.Column;
import io.kubelayers.nucleus.api.DeprecatedField;
import io.kubelayers.nucleus.api.EnumValues;
import io.kubelayers.nucleus.api.FeatureGate;
import io.kubelayers.nucleus.api.Kind;
import io.kubelayers.nucleus.api.ListMap;
import io.kubelayers.nucleus.api.MergeKey;
import io.kubelayers.nucleus.api.PatchStrategy;
import io.kubelayers.nucleus.api.Pb;
import io.kubelayers.nucleus.api.ReadOnly;
import io.kubelayers.nucleus.api.Required;
import io.kubelayers.nucleus.api.Subresource;
import io.kubelayers.nucleus.api.TypeName;
import io.kubelayers.nucleus.api.Written;
import io.kubelayers.nucleus.meta.KubernetesObject;
import io.kubelayers.nucleus.meta.ObjectMeta;
import io.kubelayers.nucleus.value.Absent;
import io.kubelayers.nucleus.value.Quantity;
import io.soabase.recordbuilder.core.RecordBuilder;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A group of containers that run together on one node and share network and volumes.
 *
 * @param metadata the usual object metadata
 * @param spec Desired content and behaviour.
 * @param status State as last observed; written by the kubelet and controllers.
 */
@Kind(
        version = "v1",
        plural = "pods",
        shortNames = "po",
        categories = "all",
        fieldSelectors = {
            "spec.nodeName",
            "spec.restartPolicy",
            "spec.schedulerName",
            "spec.serviceAccountName",
            "spec.hostNetwork",
            "status.phase",
            "status.podIP",
            "status.podIPs",
            "status.nominatedNodeName"
        },
        subresources = {
            @Subresource(
                    name = "attach",
                    verbs = {"create", "get"},
                    kind = "PodAttachOptions"),
            @Subresource(
                    name = "binding",
                    verbs = {"create"},
                    kind = "Binding"),
            @Subresource(
                    name = "ephemeralcontainers",
                    verbs = {"get", "patch", "update"}),
            @Subresource(
                    name = "eviction",
                    verbs = {"create"},
                    kind = "Eviction"),
            @Subresource(
                    name = "exec",
                    verbs = {"create", "get"},
                    kind = "PodExecOptions"),
            @Subresource(
                    name = "log",
                    verbs = {"get"}),
            @Subresource(
                    name = "portforward",
                    verbs = {"create", "get"},
                    kind = "PodPortForwardOptions"),
            @Subresource(
                    name = "proxy",
                    verbs = {"create", "delete", "get", "patch", "update"},
                    kind = "PodProxyOptions"),
            @Subresource(
                    name = "resize",
                    verbs = {"get", "patch", "update"}),
            @Subresource(
                    name = "status",
                    verbs = {"get", "patch", "update"})
        },
        columns = {
            @Column(name = "Name", format = "name"),
            @Column(name = "Ready"),
            @Column(name = "Status"),
            @Column(name = "Restarts"),
            @Column(name = "Age"),
            @Column(name = "IP", priority = 1),
            @Column(name = "Node", priority = 1),
            @Column(name = "Nominated Node", priority = 1),
            @Column(name = "Readiness Gates", priority = 1)
        })
@RecordBuilder
public record Pod(
        @Written @Pb(1) ObjectMeta metadata, @Written @Pb(2) PodSpec spec, @Written @ReadOnly @Pb(3) Status status)
        implements KubernetesObject, PodBuilder.With {
    public Pod {
        metadata = Absent.or(metadata, ObjectMeta.EMPTY);
        spec = Absent.or(spec, PodSpec.EMPTY);
        status = Absent.or(status, Status.EMPTY);
    }

    @Override
    public Pod withMetadata(ObjectMeta metadata) {
        return PodBuilder.With.super.withMetadata(metadata);
    }

    /**
     * The claim that was made or chosen for one entry of a pod's resource claims.
     *
     * @param name Name of the entry in the pod's resourceClaims.
     * @param resourceClaimName Name of the ResourceClaim in use; null when none was needed.
     */
    @TypeName("PodResourceClaimStatus")
    @RecordBuilder
    public record ResourceClaimStatus(@Required @Pb(1) String name, @Pb(2) @Nullable String resourceClaimName)
            implements PodResourceClaimStatusBuilder.With {
        public ResourceClaimStatus {
            name = Absent.text(name);
        }
    }

    /**
     * The claim the scheduler made to serve a pod's extended resources from devices.
     *
     * @param requestMappings Which container resource each request of the claim serves.
     * @param resourceClaimName Name of the generated ResourceClaim, in the pod's namespace.
     */
    @TypeName("PodExtendedResourceClaimStatus")
    @RecordBuilder
    public record ExtendedResourceClaimStatus(
            @Required @Atomic @Pb(1) List<ContainerExtendedResourceRequest> requestMappings,
            @Required @Pb(2) String resourceClaimName)
            implements PodExtendedResourceClaimStatusBuilder.With {
        public ExtendedResourceClaimStatus {
            requestMappings = Absent.list(requestMappings);
            resourceClaimName = Absent.text(resourceClaimName);
        }
    }

    /**
     * The link from a container's extended resource to a request in a generated claim.
     *
     * @param containerName Container that asks for the resource.
     * @param resourceName Extended resource that is served.
     * @param requestName Request in the claim that serves it.
     */
    @RecordBuilder
    public record ContainerExtendedResourceRequest(
            @Required @Pb(1) String containerName,
            @Required @Pb(2) String resourceName,
            @Required @Pb(3) String requestName)
            implements PodContainerExtendedResourceRequestBuilder.With {
        public ContainerExtendedResourceRequest {
            containerName = Absent.text(containerName);
            resourceName = Absent.text(resourceName);
            requestName = Absent.text(requestName);
        }
    }

    /**
     * One IP address of a pod.
     *
     * @param ip The address.
     */
    @TypeName("PodIP")
    @RecordBuilder
    public record IP(@Required @Pb(1) String ip) implements PodIPBuilder.With {
        public IP {
            ip = Absent.text(ip);
        }
    }

    /**
     * One IP address of a pod's node.
     *
     * @param ip The address.
     */
    @RecordBuilder
    public record HostIP(@Required @Pb(1) String ip) implements PodHostIPBuilder.With {
        public HostIP {
            ip = Absent.text(ip);
        }
    }

    /**
     * The observed state of a pod, which may lag behind while its node is unreachable.
     *
     * @param observedGeneration Pod generation this status is based on; 0 means not reported.
     * @param phase Summary of the lifecycle: Pending, Running, Succeeded, Failed or Unknown.
     * @param conditions Current conditions, keyed by type.
     * @param message Readable detail on why the pod is in this state.
     * @param reason Short CamelCase cause of this state, such as Evicted.
     * @param nominatedNodeName Node where room is being made by preemption; no guarantee that the pod lands there.
     * @param hostIP Primary IP address of the node; empty before the kubelet accepts the pod.
     * @param hostIPs All IP addresses of the node, at most one per family; the first equals hostIP.
     * @param podIP Primary IP address of the pod; empty before one is assigned.
     * @param podIPs All IP addresses of the pod, at most one per family; the first equals podIP.
     * @param startTime Time at which the kubelet accepted the pod, before pulling images; null until then.
     * @param initContainerStatuses State of each init container.
     * @param containerStatuses State of each main container.
     * @param qosClass Service class from requests and limits: Guaranteed, Burstable or BestEffort.
     * @param ephemeralContainerStatuses State of each ephemeral container.
     * @param resize Progress of an in-place resize; deprecated, read the PodResizePending and PodResizeInProgress
     *     conditions.
     * @param resourceClaimStatuses Claims in use for the pod's resource claim entries, keyed by name.
     * @param extendedResourceClaimStatus Claim made for extended resources that devices serve; null means none.
     * @param allocatedResources Total requests the node has granted at pod level, by resource name.
     * @param resources Pod-level requests and limits in force on the node; null when not reported.
     */
    @TypeName("PodStatus")
    @RecordBuilder
    public record Status(
            @FeatureGate("PodObservedGenerationTracking") @Pb(17) long observedGeneration,
            @EnumValues(Phase.class) @Pb(1) @Nullable String phase,
            @ListMap("type") @MergeKey("type") @Pb(2) List<PodCondition> conditions,
            @Pb(3) @Nullable String message,
            @Pb(4) @Nullable String reason,
            @Pb(11) @Nullable String nominatedNodeName,
            @Pb(5) @Nullable String hostIP,
            @Atomic @MergeKey("ip") @Pb(16) List<HostIP> hostIPs,
            @Pb(6) @Nullable String podIP,
            @ListMap("ip") @MergeKey("ip") @Pb(12) List<IP> podIPs,
            @Pb(7) @Nullable Instant startTime,
            @Atomic @Pb(10) List<ContainerStatus> initContainerStatuses,
            @Atomic @Pb(8) List<ContainerStatus> containerStatuses,
            @EnumValues(QOSClass.class) @Pb(9) @Nullable String qosClass,
            @Atomic @Pb(13) List<ContainerStatus> ephemeralContainerStatuses,
            @DeprecatedField
                    @FeatureGate("InPlacePodVerticalScaling")
                    @EnumValues(value = ResizeStatus.class, closed = false)
                    @Pb(14)
                    @Nullable
                    String resize,
            @ListMap("name")
                    @PatchStrategy({"merge", "retainKeys"})
                    @MergeKey("name")
                    @FeatureGate("DynamicResourceAllocation")
                    @Pb(15)
                    List<ResourceClaimStatus> resourceClaimStatuses,
            @FeatureGate("DRAExtendedResource") @Pb(18) @Nullable
                    ExtendedResourceClaimStatus extendedResourceClaimStatus,
            @FeatureGate("InPlacePodLevelResourcesVerticalScaling") @Pb(19) Map<String, Quantity> allocatedResources,
            @FeatureGate("InPlacePodLevelResourcesVerticalScaling") @Pb(20) @Nullable ResourceRequirements resources)
            implements PodStatusBuilder.With {
        /** The value of a field that was not set. */
        @SuppressWarnings("NullAway") // the constructor fills in what is absent
        public static final Status EMPTY = new Status(
                0, null, null, null, null, null, null, null, null, null, null, null, null, null, null, null, null, null,
                null, null);

        public Status {
            phase = Absent.optional(phase);
            conditions = Absent.list(conditions);
            message = Absent.optional(message);
            reason = Absent.optional(reason);
            nominatedNodeName = Absent.optional(nominatedNodeName);
            hostIP = Absent.optional(hostIP);
            hostIPs = Absent.list(hostIPs);
            podIP = Absent.optional(podIP);
            podIPs = Absent.list(podIPs);
            initContainerStatuses = Absent.list(initContainerStatuses);
            containerStatuses = Absent.list(containerStatuses);
            qosClass = Absent.optional(qosClass);
            ephemeralContainerStatuses = Absent.list(ephemeralContainerStatuses);
            resize = Absent.optional(resize);
            resourceClaimStatuses = Absent.list(resourceClaimStatuses);
            allocatedResources = Absent.map(allocatedResources);
        }
    }

    /** The values of {@code PodPhase}. */
    @TypeName("PodPhase")
    public static final class Phase {
        public static final String PENDING = "Pending";
        public static final String RUNNING = "Running";
        public static final String SUCCEEDED = "Succeeded";
        public static final String FAILED = "Failed";
        public static final String UNKNOWN = "Unknown";

        private Phase() {}
    }

    /** The values of {@code PodQOSClass}. */
    @TypeName("PodQOSClass")
    public static final class QOSClass {
        public static final String GUARANTEED = "Guaranteed";
        public static final String BURSTABLE = "Burstable";
        public static final String BEST_EFFORT = "BestEffort";

        private QOSClass() {}
    }

    /** The values of {@code PodResizeStatus} known upstream; others may occur. */
    @TypeName("PodResizeStatus")
    public static final class ResizeStatus {
        public static final String IN_PROGRESS = "InProgress";
        public static final String DEFERRED = "Deferred";
        public static final String INFEASIBLE = "Infeasible";

        private ResizeStatus() {}
    }
}
