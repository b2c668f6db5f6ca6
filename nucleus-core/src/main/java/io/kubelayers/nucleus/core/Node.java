package io.kubelayers.nucleus.core;

import io.kubelayers.nucleus.api.Atomic;
import io.kubelayers.nucleus.api.Column;
import io.kubelayers.nucleus.api.DeprecatedField;
import io.kubelayers.nucleus.api.EnumValues;
import io.kubelayers.nucleus.api.FeatureGate;
import io.kubelayers.nucleus.api.JsonName;
import io.kubelayers.nucleus.api.Kind;
import io.kubelayers.nucleus.api.KubernetesObject;
import io.kubelayers.nucleus.api.ListMap;
import io.kubelayers.nucleus.api.ListSet;
import io.kubelayers.nucleus.api.MergeKey;
import io.kubelayers.nucleus.api.Pb;
import io.kubelayers.nucleus.api.ReadOnly;
import io.kubelayers.nucleus.api.Required;
import io.kubelayers.nucleus.api.Scope;
import io.kubelayers.nucleus.api.Subresource;
import io.kubelayers.nucleus.api.Written;
import io.kubelayers.nucleus.meta.ObjectMeta;
import io.kubelayers.nucleus.value.Absent;
import io.kubelayers.nucleus.value.Quantity;
import io.soabase.recordbuilder.core.RecordBuilder;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * TODO-DOC.
 *
 * @param metadata the usual object metadata
 * @param spec TODO-DOC
 * @param status TODO-DOC
 */
@Kind(
    version = "v1",
    plural = "nodes",
    scope = Scope.CLUSTER,
    shortNames = "no",
    fieldSelectors = "spec.unschedulable",
    subresources = {
        @Subresource(name = "proxy", verbs = {"create", "delete", "get", "patch", "update"}, kind = "NodeProxyOptions"),
        @Subresource(name = "status", verbs = {"get", "patch", "update"})
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
    @Written @Pb(1) ObjectMeta metadata,
    @Written @Pb(2) Spec spec,
    @Written @ReadOnly @Pb(3) Status status)
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
     * TODO-DOC.
     *
     * @param podCIDR TODO-DOC
     * @param podCIDRs TODO-DOC
     * @param providerID TODO-DOC
     * @param unschedulable TODO-DOC
     * @param taints TODO-DOC
     * @param configSource TODO-DOC
     * @param externalID TODO-DOC
     */
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
     * TODO-DOC.
     *
     * @param configMap TODO-DOC
     */
    @RecordBuilder
    public record ConfigSource(
        @Pb(2) @Nullable ConfigMapNodeConfigSource configMap)
        implements NodeConfigSourceBuilder.With {
    }

    /**
     * TODO-DOC.
     *
     * @param namespace TODO-DOC
     * @param name TODO-DOC
     * @param uid TODO-DOC
     * @param resourceVersion TODO-DOC
     * @param kubeletConfigKey TODO-DOC
     */
    @RecordBuilder
    public record ConfigMapNodeConfigSource(
        @Required @Pb(1) String namespace,
        @Required @Pb(2) String name,
        @Pb(3) @Nullable String uid,
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
     * TODO-DOC.
     *
     * @param port TODO-DOC
     */
    @RecordBuilder
    public record DaemonEndpoint(
        @JsonName("Port") @Required @Pb(1) int port)
        implements NodeDaemonEndpointBuilder.With {
        /** The value of a field that was not set. */
        public static final DaemonEndpoint EMPTY = new DaemonEndpoint(0);

    }

    /**
     * TODO-DOC.
     *
     * @param kubeletEndpoint TODO-DOC
     */
    @RecordBuilder
    public record DaemonEndpoints(
        @Written @Pb(1) DaemonEndpoint kubeletEndpoint)
        implements NodeDaemonEndpointsBuilder.With {
        /** The value of a field that was not set. */
        public static final DaemonEndpoints EMPTY = new DaemonEndpoints(null);

        public DaemonEndpoints {
            kubeletEndpoint = Absent.or(kubeletEndpoint, DaemonEndpoint.EMPTY);
        }

    }

    /**
     * TODO-DOC.
     *
     * @param recursiveReadOnlyMounts TODO-DOC
     * @param userNamespaces TODO-DOC
     */
    @RecordBuilder
    public record RuntimeHandlerFeatures(
        @Pb(1) @Nullable Boolean recursiveReadOnlyMounts,
        @FeatureGate("UserNamespacesSupport") @Pb(2) @Nullable Boolean userNamespaces)
        implements NodeRuntimeHandlerFeaturesBuilder.With {
    }

    /**
     * TODO-DOC.
     *
     * @param name TODO-DOC
     * @param features TODO-DOC
     */
    @RecordBuilder
    public record RuntimeHandler(
        @Written @Pb(1) String name,
        @Pb(2) @Nullable RuntimeHandlerFeatures features)
        implements NodeRuntimeHandlerBuilder.With {
        public RuntimeHandler {
            name = Absent.text(name);
        }

    }

    /**
     * TODO-DOC.
     *
     * @param supplementalGroupsPolicy TODO-DOC
     */
    @RecordBuilder
    public record Features(
        @Pb(1) @Nullable Boolean supplementalGroupsPolicy)
        implements NodeFeaturesBuilder.With {
    }

    /**
     * TODO-DOC.
     *
     * @param machineID TODO-DOC
     * @param systemUUID TODO-DOC
     * @param bootID TODO-DOC
     * @param kernelVersion TODO-DOC
     * @param osImage TODO-DOC
     * @param containerRuntimeVersion TODO-DOC
     * @param kubeletVersion TODO-DOC
     * @param kubeProxyVersion TODO-DOC
     * @param operatingSystem TODO-DOC
     * @param architecture TODO-DOC
     * @param swap TODO-DOC
     */
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
        public static final SystemInfo EMPTY = new SystemInfo(null, null, null, null, null, null, null, null, null, null, null);

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
     * TODO-DOC.
     *
     * @param capacity TODO-DOC
     */
    @RecordBuilder
    public record SwapStatus(
        @Pb(1) @Nullable Long capacity)
        implements NodeSwapStatusBuilder.With {
    }

    /**
     * TODO-DOC.
     *
     * @param assigned TODO-DOC
     * @param active TODO-DOC
     * @param lastKnownGood TODO-DOC
     * @param error TODO-DOC
     */
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
     * TODO-DOC.
     *
     * @param capacity TODO-DOC
     * @param allocatable TODO-DOC
     * @param phase TODO-DOC
     * @param conditions TODO-DOC
     * @param addresses TODO-DOC
     * @param daemonEndpoints TODO-DOC
     * @param nodeInfo TODO-DOC
     * @param images TODO-DOC
     * @param volumesInUse TODO-DOC
     * @param volumesAttached TODO-DOC
     * @param config TODO-DOC
     * @param runtimeHandlers TODO-DOC
     * @param features TODO-DOC
     * @param declaredFeatures TODO-DOC
     */
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
        @Atomic @Pb(9) List<String> volumesInUse,
        @Atomic @Pb(10) List<AttachedVolume> volumesAttached,
        @Pb(11) @Nullable ConfigStatus config,
        @Atomic @FeatureGate("UserNamespacesSupport") @Pb(12) List<RuntimeHandler> runtimeHandlers,
        @FeatureGate("SupplementalGroupsPolicy") @Pb(13) @Nullable Features features,
        @Atomic @FeatureGate("NodeDeclaredFeatures") @Pb(14) List<String> declaredFeatures)
        implements NodeStatusBuilder.With {
        /** The value of a field that was not set. */
        public static final Status EMPTY = new Status(null, null, null, null, null, null, null, null, null, null, null, null, null, null);

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
     * TODO-DOC.
     *
     * @param name TODO-DOC
     * @param devicePath TODO-DOC
     */
    @RecordBuilder
    public record AttachedVolume(
        @Required @Pb(1) String name,
        @Required @Pb(2) String devicePath)
        implements NodeAttachedVolumeBuilder.With {
        public AttachedVolume {
            name = Absent.text(name);
            devicePath = Absent.text(devicePath);
        }

    }

    /**
     * TODO-DOC.
     *
     * @param names TODO-DOC
     * @param sizeBytes TODO-DOC
     */
    @RecordBuilder
    public record ContainerImage(
        @Written @Atomic @Pb(1) List<String> names,
        @Pb(2) long sizeBytes)
        implements NodeContainerImageBuilder.With {
        public ContainerImage {
            names = Absent.list(names);
        }

    }

    /**
     * TODO-DOC.
     *
     * @param type TODO-DOC
     * @param address TODO-DOC
     */
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
    public static final class Phase {
        public static final String PENDING = "Pending";
        public static final String RUNNING = "Running";
        public static final String TERMINATED = "Terminated";

        private Phase() {}
    }

    /** The values of {@code NodeAddressType} known upstream; others may occur. */
    public static final class AddressType {
        public static final String HOSTNAME = "Hostname";
        public static final String INTERNAL_IP = "InternalIP";
        public static final String EXTERNAL_IP = "ExternalIP";
        public static final String INTERNAL_DNS = "InternalDNS";
        public static final String EXTERNAL_DNS = "ExternalDNS";

        private AddressType() {}
    }
}
