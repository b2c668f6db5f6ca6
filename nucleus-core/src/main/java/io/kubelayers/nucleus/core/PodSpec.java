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
import io.kubelayers.nucleus.value.Absent;
import io.kubelayers.nucleus.value.Quantity;
import io.soabase.recordbuilder.core.RecordBuilder;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * TODO-DOC.
 *
 * @param volumes TODO-DOC
 * @param initContainers TODO-DOC
 * @param containers TODO-DOC
 * @param ephemeralContainers TODO-DOC
 * @param restartPolicy TODO-DOC
 * @param terminationGracePeriodSeconds TODO-DOC
 * @param activeDeadlineSeconds TODO-DOC
 * @param dnsPolicy TODO-DOC
 * @param nodeSelector TODO-DOC
 * @param serviceAccountName TODO-DOC
 * @param serviceAccount TODO-DOC
 * @param automountServiceAccountToken TODO-DOC
 * @param nodeName TODO-DOC
 * @param hostNetwork TODO-DOC
 * @param hostPID TODO-DOC
 * @param hostIPC TODO-DOC
 * @param shareProcessNamespace TODO-DOC
 * @param securityContext TODO-DOC
 * @param imagePullSecrets TODO-DOC
 * @param hostname TODO-DOC
 * @param subdomain TODO-DOC
 * @param affinity TODO-DOC
 * @param schedulerName TODO-DOC
 * @param tolerations TODO-DOC
 * @param hostAliases TODO-DOC
 * @param priorityClassName TODO-DOC
 * @param priority TODO-DOC
 * @param dnsConfig TODO-DOC
 * @param readinessGates TODO-DOC
 * @param runtimeClassName TODO-DOC
 * @param enableServiceLinks TODO-DOC
 * @param preemptionPolicy TODO-DOC
 * @param overhead TODO-DOC
 * @param topologySpreadConstraints TODO-DOC
 * @param setHostnameAsFQDN TODO-DOC
 * @param os TODO-DOC
 * @param hostUsers TODO-DOC
 * @param schedulingGates TODO-DOC
 * @param resourceClaims TODO-DOC
 * @param resources TODO-DOC
 * @param hostnameOverride TODO-DOC
 * @param workloadRef TODO-DOC
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
    @ListMap({"topologyKey", "whenUnsatisfiable"}) @MergeKey("topologyKey") @Pb(33) List<TopologySpreadConstraint> topologySpreadConstraints,
    @Pb(35) @Nullable Boolean setHostnameAsFQDN,
    @Pb(36) @Nullable OS os,
    @FeatureGate("UserNamespacesSupport") @Pb(37) @Nullable Boolean hostUsers,
    @ListMap("name") @MergeKey("name") @Pb(38) List<SchedulingGate> schedulingGates,
    @ListMap("name") @PatchStrategy({"merge", "retainKeys"}) @MergeKey("name") @Immutable @FeatureGate("DynamicResourceAllocation") @Pb(39) List<ResourceClaim> resourceClaims,
    @FeatureGate("PodLevelResources") @Pb(40) @Nullable ResourceRequirements resources,
    @FeatureGate("HostnameOverride") @Pb(41) @Nullable String hostnameOverride,
    @Immutable @FeatureGate("GenericWorkload") @Pb(42) @Nullable WorkloadReference workloadRef)
    implements PodSpecBuilder.With {
    /** The value of a field that was not set. */
    public static final PodSpec EMPTY = new PodSpec(null, null, null, null, null, null, null, null, null, null, null, null, null, false, false, false, null, null, null, null, null, null, null, null, null, null, null, null, null, null, null, null, null, null, null, null, null, null, null, null, null, null);

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
     * TODO-DOC.
     *
     * @param conditionType TODO-DOC
     */
    @RecordBuilder
    public record ReadinessGate(
        @Required @EnumValues(value = PodConditionType.class, closed = false) @Pb(1) String conditionType)
        implements PodSpecReadinessGateBuilder.With {
        public ReadinessGate {
            conditionType = Absent.text(conditionType);
        }

    }

    /**
     * TODO-DOC.
     *
     * @param name TODO-DOC
     * @param resourceClaimName TODO-DOC
     * @param resourceClaimTemplateName TODO-DOC
     */
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
     * TODO-DOC.
     *
     * @param name TODO-DOC
     */
    @RecordBuilder
    public record OS(
        @Required @EnumValues(value = OSName.class, closed = false) @Pb(1) String name)
        implements PodSpecOSBuilder.With {
        public OS {
            name = Absent.text(name);
        }

    }

    /**
     * TODO-DOC.
     *
     * @param name TODO-DOC
     */
    @RecordBuilder
    public record SchedulingGate(
        @Required @Pb(1) String name)
        implements PodSpecSchedulingGateBuilder.With {
        public SchedulingGate {
            name = Absent.text(name);
        }

    }

    /**
     * TODO-DOC.
     *
     * @param name TODO-DOC
     * @param podGroup TODO-DOC
     * @param podGroupReplicaKey TODO-DOC
     */
    @RecordBuilder
    public record WorkloadReference(
        @Required @Pb(1) String name,
        @Required @Pb(2) String podGroup,
        @Pb(3) @Nullable String podGroupReplicaKey)
        implements PodSpecWorkloadReferenceBuilder.With {
        public WorkloadReference {
            name = Absent.text(name);
            podGroup = Absent.text(podGroup);
            podGroupReplicaKey = Absent.optional(podGroupReplicaKey);
        }

    }

    /**
     * TODO-DOC.
     *
     * @param ip TODO-DOC
     * @param hostnames TODO-DOC
     */
    @RecordBuilder
    public record HostAlias(
        @Required @Pb(1) String ip,
        @Atomic @Pb(2) List<String> hostnames)
        implements PodSpecHostAliasBuilder.With {
        public HostAlias {
            ip = Absent.text(ip);
            hostnames = Absent.list(hostnames);
        }

    }

    /**
     * TODO-DOC.
     *
     * @param nameservers TODO-DOC
     * @param searches TODO-DOC
     * @param options TODO-DOC
     */
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
     * TODO-DOC.
     *
     * @param name TODO-DOC
     * @param value TODO-DOC
     */
    @RecordBuilder
    public record DNSConfigOption(
        @Pb(1) @Nullable String name,
        @Pb(2) @Nullable String value)
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
