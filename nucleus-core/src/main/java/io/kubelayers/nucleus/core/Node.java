package io.kubelayers.nucleus.core;

import io.kubelayers.nucleus.api.Atomic;
import io.kubelayers.nucleus.api.Column;
import io.kubelayers.nucleus.api.DeprecatedField;
import io.kubelayers.nucleus.api.EnumValues;
import io.kubelayers.nucleus.api.FeatureGate;
import io.kubelayers.nucleus.api.JsonName;
import io.kubelayers.nucleus.api.Kind;
import io.kubelayers.nucleus.api.ListMap;
import io.kubelayers.nucleus.api.ListSet;
import io.kubelayers.nucleus.api.MergeKey;
import io.kubelayers.nucleus.api.NamedType;
import io.kubelayers.nucleus.api.Pb;
import io.kubelayers.nucleus.api.ReadOnly;
import io.kubelayers.nucleus.api.Required;
import io.kubelayers.nucleus.api.Scope;
import io.kubelayers.nucleus.api.Subresource;
import io.kubelayers.nucleus.api.TypeName;
import io.kubelayers.nucleus.api.Written;
import io.kubelayers.nucleus.meta.KubernetesObject;
import io.kubelayers.nucleus.meta.ObjectMeta;
import io.kubelayers.nucleus.value.Absent;
import io.kubelayers.nucleus.value.Quantity;
import io.soabase.recordbuilder.core.RecordBuilder;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A worker machine of the cluster, registered by its kubelet.
 *
 * @param metadata the usual object metadata
 * @param spec Address ranges, taints and scheduling switch.
 * @param status Capacity, conditions and versions; written by the kubelet and controllers.
 */
@Kind(
        version = "v1",
        plural = "nodes",
        scope = Scope.CLUSTER,
        shortNames = "no",
        fieldSelectors = "spec.unschedulable",
        subresources = {
            @Subresource(
                    name = "proxy",
                    verbs = {"create", "delete", "get", "patch", "update"},
                    kind = "NodeProxyOptions"),
            @Subresource(
                    name = "status",
                    verbs = {"get", "patch", "update"})
        },
        columns = {
            @Column(name = "Name", format = "name"),
            @Column(name = "Status"),
            @Column(name = "Roles"),
            @Column(name = "Age"),
            @Column(name = "Version"),
            @Column(name = "Internal-IP", priority = 1),
            @Column(name = "External-IP", priority = 1),
            @Column(name = "OS-Image", priority = 1),
            @Column(name = "Kernel-Version", priority = 1),
            @Column(name = "Container-Runtime", priority = 1)
        })
@RecordBuilder
public record Node(
        @Written @Pb(1) ObjectMeta metadata, @Written @Pb(2) Spec spec, @Written @ReadOnly @Pb(3) Status status)
        implements KubernetesObject, NodeBuilder.With {
    public Node {
        metadata = Absent.or(metadata, ObjectMeta.EMPTY);
        spec = Absent.or(spec, Spec.EMPTY);
        status = Absent.or(status, Status.EMPTY);
    }

    @Override
    public Node withMetadata(ObjectMeta metadata) {
        return NodeBuilder.With.super.withMetadata(metadata);
    }

    /**
     * The settings of a node.
     *
     * @param podCIDR Address range for pods on the node; cannot change once set.
     * @param podCIDRs Address ranges for pods, at most one per family; the first equals podCIDR.
     * @param providerID Cloud identifier of the machine, as provider://id; cannot change once set.
     * @param unschedulable True keeps new pods off the node, as a cordon does; defaults to false.
     * @param taints Taints of the node, unique by key and effect.
     * @param configSource Former source of dynamic kubelet configuration; deprecated and ignored.
     * @param externalID Former cloud identifier of the node; deprecated and unused.
     */
    @TypeName("NodeSpec")
    @RecordBuilder
    public record Spec(
            @Pb(1) @Nullable String podCIDR,
            @ListSet @MergeKey("") @Pb(7) List<String> podCIDRs,
            @Pb(3) @Nullable String providerID,
            @Pb(4) boolean unschedulable,
            @Atomic @Pb(5) List<Taint> taints,
            @DeprecatedField @Pb(6) @Nullable ConfigSource configSource,
            @DeprecatedField @Pb(2) @Nullable String externalID)
            implements NodeSpecBuilder.With {
        /** The value of a field that was not set. */
        @SuppressWarnings("NullAway") // the constructor fills in what is absent
        public static final Spec EMPTY = new Spec(null, null, null, false, null, null, null);

        public Spec {
            podCIDR = Absent.optional(podCIDR);
            podCIDRs = Absent.list(podCIDRs);
            providerID = Absent.optional(providerID);
            taints = Absent.list(taints);
            externalID = Absent.optional(externalID);
        }
    }

    /**
     * A former source of dynamic kubelet configuration, which the kubelet ignores now.
     *
     * @param configMap ConfigMap that held the configuration.
     */
    @TypeName("NodeConfigSource")
    @RecordBuilder
    public record ConfigSource(@Pb(2) @Nullable ConfigMapNodeConfigSource configMap)
            implements NodeConfigSourceBuilder.With {}

    /**
     * A reference to a ConfigMap with kubelet configuration, which the kubelet ignores now.
     *
     * @param namespace Namespace of the ConfigMap.
     * @param name Name of the ConfigMap.
     * @param uid UID of the ConfigMap; only set in a node's status.
     * @param resourceVersion Version of the ConfigMap; only set in a node's status.
     * @param kubeletConfigKey Key of the ConfigMap that held the configuration.
     */
    @RecordBuilder
    public record ConfigMapNodeConfigSource(
            @Required @Pb(1) String namespace,
            @Required @Pb(2) String name,
            @NamedType("types.UID") @Pb(3) @Nullable String uid,
            @Pb(4) @Nullable String resourceVersion,
            @Required @Pb(5) String kubeletConfigKey)
            implements NodeConfigMapNodeConfigSourceBuilder.With {
        public ConfigMapNodeConfigSource {
            namespace = Absent.text(namespace);
            name = Absent.text(name);
            uid = Absent.optional(uid);
            resourceVersion = Absent.optional(resourceVersion);
            kubeletConfigKey = Absent.text(kubeletConfigKey);
        }
    }

    /**
     * The port of a single daemon on a node.
     *
     * @param port Port number, 1-65535; note the capital letter in the JSON name.
     */
    @RecordBuilder
    public record DaemonEndpoint(@JsonName("Port") @Required @Pb(1) int port)
            implements NodeDaemonEndpointBuilder.With {
        /** The value of a field that was not set. */
        @SuppressWarnings("NullAway") // the constructor fills in what is absent
        public static final DaemonEndpoint EMPTY = new DaemonEndpoint(0);
    }

    /**
     * The ports of the daemons that run on a node.
     *
     * @param kubeletEndpoint Port on which the kubelet listens.
     */
    @TypeName("NodeDaemonEndpoints")
    @RecordBuilder
    public record DaemonEndpoints(@Written @Pb(1) DaemonEndpoint kubeletEndpoint)
            implements NodeDaemonEndpointsBuilder.With {
        /** The value of a field that was not set. */
        @SuppressWarnings("NullAway") // the constructor fills in what is absent
        public static final DaemonEndpoints EMPTY = new DaemonEndpoints(null);

        public DaemonEndpoints {
            kubeletEndpoint = Absent.or(kubeletEndpoint, DaemonEndpoint.EMPTY);
        }
    }

    /**
     * The optional features that one runtime handler of a node supports.
     *
     * @param recursiveReadOnlyMounts Whether recursive read-only mounts work; null means not reported.
     * @param userNamespaces Whether user namespaces and the volume mounts for them work; null means not reported.
     */
    @TypeName("NodeRuntimeHandlerFeatures")
    @RecordBuilder
    public record RuntimeHandlerFeatures(
            @Pb(1) @Nullable Boolean recursiveReadOnlyMounts,
            @FeatureGate("UserNamespacesSupport") @Pb(2) @Nullable Boolean userNamespaces)
            implements NodeRuntimeHandlerFeaturesBuilder.With {}

    /**
     * One runtime handler available on a node.
     *
     * @param name Name of the handler; empty means the default one.
     * @param features Features of the handler; null means not reported.
     */
    @TypeName("NodeRuntimeHandler")
    @RecordBuilder
    public record RuntimeHandler(@Written @Pb(1) String name, @Pb(2) @Nullable RuntimeHandlerFeatures features)
            implements NodeRuntimeHandlerBuilder.With {
        public RuntimeHandler {
            name = Absent.text(name);
        }
    }

    /**
     * The optional features that the container runtime of a node supports.
     *
     * @param supplementalGroupsPolicy Whether the pod-level policy for supplemental groups is obeyed; null means
     *     not reported.
     */
    @TypeName("NodeFeatures")
    @RecordBuilder
    public record Features(@Pb(1) @Nullable Boolean supplementalGroupsPolicy) implements NodeFeaturesBuilder.With {}

    /**
     * The identity and software versions of a node.
     *
     * @param machineID Machine identifier from the operating system, meant to be unique in the cluster.
     * @param systemUUID Hardware UUID reported by the firmware.
     * @param bootID Identifier of the current boot.
     * @param kernelVersion Kernel version, such as 6.8.0.
     * @param osImage Display name of the operating system.
     * @param containerRuntimeVersion Runtime name and version, such as containerd://2.0.0.
     * @param kubeletVersion Version of the kubelet.
     * @param kubeProxyVersion Former version of kube-proxy; deprecated and unreliable.
     * @param operatingSystem Operating system, such as linux or windows.
     * @param architecture Processor architecture, such as amd64.
     * @param swap Swap memory of the node; null when not reported.
     */
    @TypeName("NodeSystemInfo")
    @RecordBuilder
    public record SystemInfo(
            @Required @Pb(1) String machineID,
            @Required @Pb(2) String systemUUID,
            @Required @Pb(3) String bootID,
            @Required @Pb(4) String kernelVersion,
            @Required @Pb(5) String osImage,
            @Required @Pb(6) String containerRuntimeVersion,
            @Required @Pb(7) String kubeletVersion,
            @Required @DeprecatedField @Pb(8) String kubeProxyVersion,
            @Required @Pb(9) String operatingSystem,
            @Required @Pb(10) String architecture,
            @Pb(11) @Nullable SwapStatus swap)
            implements NodeSystemInfoBuilder.With {
        /** The value of a field that was not set. */
        @SuppressWarnings("NullAway") // the constructor fills in what is absent
        public static final SystemInfo EMPTY =
                new SystemInfo(null, null, null, null, null, null, null, null, null, null, null);

        public SystemInfo {
            machineID = Absent.text(machineID);
            systemUUID = Absent.text(systemUUID);
            bootID = Absent.text(bootID);
            kernelVersion = Absent.text(kernelVersion);
            osImage = Absent.text(osImage);
            containerRuntimeVersion = Absent.text(containerRuntimeVersion);
            kubeletVersion = Absent.text(kubeletVersion);
            kubeProxyVersion = Absent.text(kubeProxyVersion);
            operatingSystem = Absent.text(operatingSystem);
            architecture = Absent.text(architecture);
        }
    }

    /**
     * The swap memory of a node.
     *
     * @param capacity Total swap size in bytes; null when unknown.
     */
    @TypeName("NodeSwapStatus")
    @RecordBuilder
    public record SwapStatus(@Pb(1) @Nullable Long capacity) implements NodeSwapStatusBuilder.With {}

    /**
     * The state of a node's former dynamic kubelet configuration, which the kubelet no longer writes.
     *
     * @param assigned Configuration the node was told to use.
     * @param active Configuration the node was using.
     * @param lastKnownGood Configuration the node would fall back to.
     * @param error Problem met while applying the assigned configuration; empty means none.
     */
    @TypeName("NodeConfigStatus")
    @RecordBuilder
    public record ConfigStatus(
            @Pb(1) @Nullable ConfigSource assigned,
            @Pb(2) @Nullable ConfigSource active,
            @Pb(3) @Nullable ConfigSource lastKnownGood,
            @Pb(4) @Nullable String error)
            implements NodeConfigStatusBuilder.With {
        public ConfigStatus {
            error = Absent.optional(error);
        }
    }

    /**
     * The observed state of a node.
     *
     * @param capacity Total resources of the node by resource name; cpu in cores, memory in bytes.
     * @param allocatable Resources left for pods after system reservations; defaults to capacity.
     * @param phase Former lifecycle step; deprecated and never filled in.
     * @param conditions Current conditions, keyed by type.
     * @param addresses Addresses at which the node can be reached.
     * @param daemonEndpoints Ports of the daemons on the node.
     * @param nodeInfo Identity and software versions of the node.
     * @param images Container images present on the node, a capped list.
     * @param volumesInUse Attachable volumes the node still uses, by unique volume name.
     * @param volumesAttached Volumes attached to the node.
     * @param config State of former dynamic kubelet configuration; null on current nodes.
     * @param runtimeHandlers Runtime handlers available on the node.
     * @param features Features of the container runtime; null when not reported.
     * @param declaredFeatures Names of Kubernetes features that the kubelet declares for scheduling.
     */
    @TypeName("NodeStatus")
    @RecordBuilder
    public record Status(
            @Pb(1) Map<String, Quantity> capacity,
            @Pb(2) Map<String, Quantity> allocatable,
            @DeprecatedField @EnumValues(Phase.class) @Pb(3) @Nullable String phase,
            @ListMap("type") @MergeKey("type") @Pb(4) List<NodeCondition> conditions,
            @ListMap("type") @MergeKey("type") @Pb(5) List<Address> addresses,
            @Written @Pb(6) DaemonEndpoints daemonEndpoints,
            @Written @Pb(7) SystemInfo nodeInfo,
            @Atomic @Pb(8) List<ContainerImage> images,
            @NamedType("v1.UniqueVolumeName") @Atomic @Pb(9) List<String> volumesInUse,
            @Atomic @Pb(10) List<AttachedVolume> volumesAttached,
            @Pb(11) @Nullable ConfigStatus config,
            @Atomic @FeatureGate("UserNamespacesSupport") @Pb(12) List<RuntimeHandler> runtimeHandlers,
            @FeatureGate("SupplementalGroupsPolicy") @Pb(13) @Nullable Features features,
            @Atomic @FeatureGate("NodeDeclaredFeatures") @Pb(14) List<String> declaredFeatures)
            implements NodeStatusBuilder.With {
        /** The value of a field that was not set. */
        @SuppressWarnings("NullAway") // the constructor fills in what is absent
        public static final Status EMPTY =
                new Status(null, null, null, null, null, null, null, null, null, null, null, null, null, null);

        public Status {
            capacity = Absent.map(capacity);
            allocatable = Absent.map(allocatable);
            phase = Absent.optional(phase);
            conditions = Absent.list(conditions);
            addresses = Absent.list(addresses);
            daemonEndpoints = Absent.or(daemonEndpoints, DaemonEndpoints.EMPTY);
            nodeInfo = Absent.or(nodeInfo, SystemInfo.EMPTY);
            images = Absent.list(images);
            volumesInUse = Absent.list(volumesInUse);
            volumesAttached = Absent.list(volumesAttached);
            runtimeHandlers = Absent.list(runtimeHandlers);
            declaredFeatures = Absent.list(declaredFeatures);
        }
    }

    /**
     * A volume attached to a node.
     *
     * @param name Unique name of the volume.
     * @param devicePath Device path on the node; empty when not known.
     */
    @RecordBuilder
    public record AttachedVolume(@Required @Pb(1) String name, @Required @Pb(2) String devicePath)
            implements NodeAttachedVolumeBuilder.With {
        public AttachedVolume {
            name = Absent.text(name);
            devicePath = Absent.text(devicePath);
        }
    }

    /**
     * A container image present on a node.
     *
     * @param names References under which the image is known, with tags or digests.
     * @param sizeBytes Size of the image in bytes.
     */
    @RecordBuilder
    public record ContainerImage(@Written @Atomic @Pb(1) List<String> names, @Pb(2) long sizeBytes)
            implements NodeContainerImageBuilder.With {
        public ContainerImage {
            names = Absent.list(names);
        }
    }

    /**
     * One address of a node.
     *
     * @param type Kind of address: Hostname, InternalIP, ExternalIP, InternalDNS or ExternalDNS.
     * @param address IP address or host name.
     */
    @TypeName("NodeAddress")
    @RecordBuilder
    public record Address(
            @Required @EnumValues(value = AddressType.class, closed = false) @Pb(1) String type,
            @Required @Pb(2) String address)
            implements NodeAddressBuilder.With {
        public Address {
            type = Absent.text(type);
            address = Absent.text(address);
        }
    }

    /** The values of {@code NodePhase}. */
    @TypeName("NodePhase")
    public static final class Phase {
        public static final String PENDING = "Pending";
        public static final String RUNNING = "Running";
        public static final String TERMINATED = "Terminated";

        private Phase() {}
    }

    /** The values of {@code NodeAddressType} known upstream; others may occur. */
    @TypeName("NodeAddressType")
    public static final class AddressType {
        public static final String HOSTNAME = "Hostname";
        public static final String INTERNAL_IP = "InternalIP";
        public static final String EXTERNAL_IP = "ExternalIP";
        public static final String INTERNAL_DNS = "InternalDNS";
        public static final String EXTERNAL_DNS = "ExternalDNS";

        private AddressType() {}
    }
}
