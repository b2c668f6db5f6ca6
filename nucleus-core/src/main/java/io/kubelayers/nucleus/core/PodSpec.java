package io.kubelayers.nucleus.core;

import io.kubelayers.nucleus.api.Atomic;
import io.kubelayers.nucleus.api.Default;
import io.kubelayers.nucleus.api.DeprecatedField;
import io.kubelayers.nucleus.api.EnumValues;
import io.kubelayers.nucleus.api.FeatureGate;
import io.kubelayers.nucleus.api.Immutable;
import io.kubelayers.nucleus.api.ListMap;
import io.kubelayers.nucleus.api.MergeKey;
import io.kubelayers.nucleus.api.PatchStrategy;
import io.kubelayers.nucleus.api.Pb;
import io.kubelayers.nucleus.api.Required;
import io.kubelayers.nucleus.api.TypeName;
import io.kubelayers.nucleus.value.Absent;
import io.kubelayers.nucleus.value.Quantity;
import io.soabase.recordbuilder.core.RecordBuilder;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The desired content and behaviour of a pod.
 *
 * @param volumes Volumes that the containers can mount, keyed by name.
 * @param initContainers Containers run one after another before the main ones; those with restartPolicy Always keep
 *     running.
 * @param containers Main containers of the pod; at least one is required.
 * @param ephemeralContainers Debugging containers added to a running pod through its own subresource.
 * @param restartPolicy When ended containers are started again; defaults to Always.
 * @param terminationGracePeriodSeconds Seconds between stop signal and kill; 0 kills at once, defaults to 30.
 * @param activeDeadlineSeconds Seconds after start at which the pod is failed, 1-2147483647; null means no
 *     deadline.
 * @param dnsPolicy Origin of the DNS settings; defaults to ClusterFirst.
 * @param nodeSelector Labels that a node must carry; empty accepts any node.
 * @param serviceAccountName Service account under which the pod runs; the server fills in default when empty.
 * @param serviceAccount Deprecated alias of serviceAccountName.
 * @param automountServiceAccountToken Whether an API token is mounted; null follows the service account, which
 *     defaults to true.
 * @param nodeName Node the pod is assigned to; empty until it is scheduled.
 * @param hostNetwork True uses the node's network; host ports must then equal container ports.
 * @param hostPID True shares the node's process namespace; defaults to false.
 * @param hostIPC True shares the node's IPC namespace; defaults to false.
 * @param shareProcessNamespace True lets all containers of the pod see each other's processes; excludes hostPID,
 *     null means false.
 * @param securityContext Security settings for all containers, which each container may override.
 * @param imagePullSecrets Secrets with registry credentials; the service account's list applies when empty.
 * @param hostname Host name inside the pod; empty means the pod's name.
 * @param subdomain Subdomain in the pod's DNS name, usually a headless service; empty means none.
 * @param affinity Rules on nodes and other pods for placement; null means none.
 * @param schedulerName Scheduler that places the pod; defaults to default-scheduler.
 * @param tolerations Node taints that the pod accepts.
 * @param hostAliases Extra lines for the pod's hosts file.
 * @param priorityClassName PriorityClass of the pod; empty takes the global default class if there is one.
 * @param priority Priority number resolved from the class, higher is more important; set by the server.
 * @param dnsConfig DNS settings merged with those from dnsPolicy; null means none.
 * @param readinessGates Extra conditions that must be true for the pod to be ready.
 * @param runtimeClassName RuntimeClass that runs the containers; null means the default runtime.
 * @param enableServiceLinks True adds variables describing the services of the namespace; defaults to true.
 * @param preemptionPolicy Whether lower priority pods may be evicted to make room; null means PreemptLowerPriority.
 * @param overhead Resources the runtime itself needs, by resource name; set from the RuntimeClass.
 * @param topologySpreadConstraints Rules that spread matching pods over topology domains; all must hold.
 * @param setHostnameAsFQDN True uses the full domain name as host name; null means false.
 * @param os Operating system of the containers; null means not declared.
 * @param hostUsers False runs the pod in its own user namespace; null or true shares the host's.
 * @param schedulingGates Gates that hold back scheduling until all are removed; only settable at creation.
 * @param resourceClaims Device claims reserved before the pod starts, keyed by name.
 * @param resources Requests and limits for the pod as a whole; null means the sum over its containers.
 * @param hostnameOverride Exact host name of the pod, at most 64 characters; replaces hostname and subdomain.
 * @param workloadRef Workload and pod group that this pod is scheduled with; null means none.
 */
@RecordBuilder
public record PodSpec(
        @ListMap("name") @PatchStrategy({"merge", "retainKeys"}) @MergeKey("name") @Pb(1) List<Volume> volumes,
        @ListMap("name") @MergeKey("name") @Immutable("add-remove") @Pb(20) List<Container> initContainers,
        @Required @ListMap("name") @MergeKey("name") @Immutable("add-remove") @Pb(2) List<Container> containers,
        @ListMap("name") @MergeKey("name") @Pb(34) List<EphemeralContainer> ephemeralContainers,
        @Default("Always") @EnumValues(RestartPolicy.class) @Pb(3) @Nullable String restartPolicy,
        @Default("30") @Pb(4) @Nullable Long terminationGracePeriodSeconds,
        @Pb(5) @Nullable Long activeDeadlineSeconds,
        @Default("ClusterFirst") @EnumValues(DNSPolicy.class) @Pb(6) @Nullable String dnsPolicy,
        @Atomic @Pb(7) Map<String, String> nodeSelector,
        @Pb(8) @Nullable String serviceAccountName,
        @DeprecatedField @Pb(9) @Nullable String serviceAccount,
        @Pb(21) @Nullable Boolean automountServiceAccountToken,
        @Pb(10) @Nullable String nodeName,
        @Pb(11) boolean hostNetwork,
        @Pb(12) boolean hostPID,
        @Pb(13) boolean hostIPC,
        @Pb(27) @Nullable Boolean shareProcessNamespace,
        @Pb(14) @Nullable PodSecurityContext securityContext,
        @ListMap("name") @MergeKey("name") @Pb(15) List<LocalObjectReference> imagePullSecrets,
        @Pb(16) @Nullable String hostname,
        @Pb(17) @Nullable String subdomain,
        @Pb(18) @Nullable Affinity affinity,
        @Default("default-scheduler") @Pb(19) @Nullable String schedulerName,
        @Atomic @Pb(22) List<Toleration> tolerations,
        @ListMap("ip") @MergeKey("ip") @Pb(23) List<HostAlias> hostAliases,
        @Pb(24) @Nullable String priorityClassName,
        @Pb(25) @Nullable Integer priority,
        @Pb(26) @Nullable DNSConfig dnsConfig,
        @Atomic @Pb(28) List<ReadinessGate> readinessGates,
        @Pb(29) @Nullable String runtimeClassName,
        @Pb(30) @Nullable Boolean enableServiceLinks,
        @EnumValues(PreemptionPolicy.class) @Pb(31) @Nullable String preemptionPolicy,
        @Pb(32) Map<String, Quantity> overhead,
        @ListMap({"topologyKey", "whenUnsatisfiable"}) @MergeKey("topologyKey") @Pb(33)
                List<TopologySpreadConstraint> topologySpreadConstraints,
        @Pb(35) @Nullable Boolean setHostnameAsFQDN,
        @Pb(36) @Nullable OS os,
        @FeatureGate("UserNamespacesSupport") @Pb(37) @Nullable Boolean hostUsers,
        @ListMap("name") @MergeKey("name") @Pb(38) List<SchedulingGate> schedulingGates,
        @ListMap("name")
                @PatchStrategy({"merge", "retainKeys"})
                @MergeKey("name")
                @Immutable
                @FeatureGate("DynamicResourceAllocation")
                @Pb(39)
                List<ResourceClaim> resourceClaims,
        @FeatureGate("PodLevelResources") @Pb(40) @Nullable ResourceRequirements resources,
        @FeatureGate("HostnameOverride") @Pb(41) @Nullable String hostnameOverride,
        @Immutable @FeatureGate("GenericWorkload") @Pb(42) @Nullable WorkloadReference workloadRef)
        implements PodSpecBuilder.With {
    /** The value of a field that was not set. */
    @SuppressWarnings("NullAway") // the constructor fills in what is absent
    public static final PodSpec EMPTY = new PodSpec(
            null, null, null, null, null, null, null, null, null, null, null, null, null, false, false, false, null,
            null, null, null, null, null, null, null, null, null, null, null, null, null, null, null, null, null, null,
            null, null, null, null, null, null, null);

    public PodSpec {
        volumes = Absent.list(volumes);
        initContainers = Absent.list(initContainers);
        containers = Absent.list(containers);
        ephemeralContainers = Absent.list(ephemeralContainers);
        restartPolicy = Absent.optional(restartPolicy);
        dnsPolicy = Absent.optional(dnsPolicy);
        nodeSelector = Absent.map(nodeSelector);
        serviceAccountName = Absent.optional(serviceAccountName);
        serviceAccount = Absent.optional(serviceAccount);
        nodeName = Absent.optional(nodeName);
        imagePullSecrets = Absent.list(imagePullSecrets);
        hostname = Absent.optional(hostname);
        subdomain = Absent.optional(subdomain);
        schedulerName = Absent.optional(schedulerName);
        tolerations = Absent.list(tolerations);
        hostAliases = Absent.list(hostAliases);
        priorityClassName = Absent.optional(priorityClassName);
        readinessGates = Absent.list(readinessGates);
        overhead = Absent.map(overhead);
        topologySpreadConstraints = Absent.list(topologySpreadConstraints);
        schedulingGates = Absent.list(schedulingGates);
        resourceClaims = Absent.list(resourceClaims);
    }

    /**
     * An extra condition that must be true before the pod counts as ready.
     *
     * @param conditionType Type of the pod condition to watch.
     */
    @TypeName("PodReadinessGate")
    @RecordBuilder
    public record ReadinessGate(
            @Required @EnumValues(value = PodConditionType.class, closed = false) @Pb(1) String conditionType)
            implements PodSpecReadinessGateBuilder.With {
        public ReadinessGate {
            conditionType = Absent.text(conditionType);
        }
    }

    /**
     * A device claim that a pod needs, taken from a claim or a template. Exactly one of the two references is set.
     *
     * @param name DNS label by which containers refer to the claim.
     * @param resourceClaimName Existing ResourceClaim in the pod's namespace.
     * @param resourceClaimTemplateName ResourceClaimTemplate from which a claim is made for this pod.
     */
    @TypeName("PodResourceClaim")
    @RecordBuilder
    public record ResourceClaim(
            @Required @Pb(1) String name,
            @Pb(3) @Nullable String resourceClaimName,
            @Immutable @Pb(4) @Nullable String resourceClaimTemplateName)
            implements PodSpecResourceClaimBuilder.With {
        public ResourceClaim {
            name = Absent.text(name);
        }
    }

    /**
     * The operating system that a pod's containers are made for.
     *
     * @param name Name of the system, linux or windows.
     */
    @TypeName("PodOS")
    @RecordBuilder
    public record OS(@Required @EnumValues(value = OSName.class, closed = false) @Pb(1) String name)
            implements PodSpecOSBuilder.With {
        public OS {
            name = Absent.text(name);
        }
    }

    /**
     * A named gate that keeps a pod from being scheduled.
     *
     * @param name Name of the gate, unique within the pod.
     */
    @TypeName("PodSchedulingGate")
    @RecordBuilder
    public record SchedulingGate(@Required @Pb(1) String name) implements PodSpecSchedulingGateBuilder.With {
        public SchedulingGate {
            name = Absent.text(name);
        }
    }

    /**
     * A link from a pod to the Workload object that groups it for scheduling.
     *
     * @param name Name of the Workload, in the pod's namespace.
     * @param podGroup Name of the pod group inside the Workload.
     * @param podGroupReplicaKey Replica of the pod group this pod belongs to; empty when the group has no replicas.
     */
    @RecordBuilder
    public record WorkloadReference(
            @Required @Pb(1) String name, @Required @Pb(2) String podGroup, @Pb(3) @Nullable String podGroupReplicaKey)
            implements PodSpecWorkloadReferenceBuilder.With {
        public WorkloadReference {
            name = Absent.text(name);
            podGroup = Absent.text(podGroup);
            podGroupReplicaKey = Absent.optional(podGroupReplicaKey);
        }
    }

    /**
     * One line of a pod's hosts file.
     *
     * @param ip IP address of the line.
     * @param hostnames Host names that resolve to the address.
     */
    @RecordBuilder
    public record HostAlias(@Required @Pb(1) String ip, @Atomic @Pb(2) List<String> hostnames)
            implements PodSpecHostAliasBuilder.With {
        public HostAlias {
            ip = Absent.text(ip);
            hostnames = Absent.list(hostnames);
        }
    }

    /**
     * DNS resolver settings of a pod, added to those of its DNS policy.
     *
     * @param nameservers IP addresses of name servers, at most 3 in total.
     * @param searches Search domains, at most 32.
     * @param options Resolver options; entries replace those of the policy with the same name.
     */
    @TypeName("PodDNSConfig")
    @RecordBuilder
    public record DNSConfig(
            @Atomic @Pb(1) List<String> nameservers,
            @Atomic @Pb(2) List<String> searches,
            @Atomic @Pb(3) List<DNSConfigOption> options)
            implements PodSpecDNSConfigBuilder.With {
        public DNSConfig {
            nameservers = Absent.list(nameservers);
            searches = Absent.list(searches);
            options = Absent.list(options);
        }
    }

    /**
     * One resolver option of a pod.
     *
     * @param name Option name, such as ndots; required.
     * @param value Option value; null for options without one.
     */
    @TypeName("PodDNSConfigOption")
    @RecordBuilder
    public record DNSConfigOption(@Pb(1) @Nullable String name, @Pb(2) @Nullable String value)
            implements PodSpecDNSConfigOptionBuilder.With {
        public DNSConfigOption {
            name = Absent.optional(name);
        }
    }

    /** The values of {@code RestartPolicy}. */
    public static final class RestartPolicy {
        public static final String ALWAYS = "Always";
        public static final String ON_FAILURE = "OnFailure";
        public static final String NEVER = "Never";

        private RestartPolicy() {}
    }

    /** The values of {@code DNSPolicy}. */
    public static final class DNSPolicy {
        public static final String CLUSTER_FIRST_WITH_HOST_NET = "ClusterFirstWithHostNet";
        public static final String CLUSTER_FIRST = "ClusterFirst";
        public static final String DEFAULT = "Default";
        public static final String NONE = "None";

        private DNSPolicy() {}
    }

    /** The values of {@code OSName} known upstream; others may occur. */
    public static final class OSName {
        public static final String LINUX = "linux";
        public static final String WINDOWS = "windows";

        private OSName() {}
    }
}
