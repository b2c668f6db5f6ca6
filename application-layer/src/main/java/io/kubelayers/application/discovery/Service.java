package io.kubelayers.application.discovery;

import io.kubelayers.nucleus.api.Atomic;
import io.kubelayers.nucleus.api.Column;
import io.kubelayers.nucleus.api.DeprecatedField;
import io.kubelayers.nucleus.api.EnumValues;
import io.kubelayers.nucleus.api.Immutable;
import io.kubelayers.nucleus.api.Kind;
import io.kubelayers.nucleus.api.Limits;
import io.kubelayers.nucleus.api.ListMap;
import io.kubelayers.nucleus.api.MergeKey;
import io.kubelayers.nucleus.api.Pb;
import io.kubelayers.nucleus.api.ReadOnly;
import io.kubelayers.nucleus.api.Required;
import io.kubelayers.nucleus.api.Subresource;
import io.kubelayers.nucleus.api.TypeName;
import io.kubelayers.nucleus.api.Written;
import io.kubelayers.nucleus.core.Protocol;
import io.kubelayers.nucleus.meta.Condition;
import io.kubelayers.nucleus.meta.KubernetesObject;
import io.kubelayers.nucleus.meta.ObjectMeta;
import io.kubelayers.nucleus.value.Absent;
import io.soabase.recordbuilder.core.RecordBuilder;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A stable network address for a changing set of pods or an outside name.
 *
 * @param metadata the usual object metadata
 * @param spec Desired ports, selection and exposure.
 * @param status Load balancer state and conditions; written by controllers.
 */
@Kind(
        version = "v1",
        plural = "services",
        shortNames = "svc",
        categories = "all",
        fieldSelectors = {"spec.clusterIP", "spec.type"},
        subresources = {
            @Subresource(
                    name = "proxy",
                    verbs = {"create", "delete", "get", "patch", "update"},
                    kind = "ServiceProxyOptions"),
            @Subresource(
                    name = "status",
                    verbs = {"get", "patch", "update"})
        },
        columns = {
            @Column(name = "Name", format = "name"),
            @Column(name = "Type"),
            @Column(name = "Cluster-IP"),
            @Column(name = "External-IP"),
            @Column(name = "Port(s)"),
            @Column(name = "Age"),
            @Column(name = "Selector", priority = 1)
        })
@RecordBuilder
public record Service(
        @Written @Pb(1) ObjectMeta metadata, @Written @Pb(2) Spec spec, @Written @ReadOnly @Pb(3) Status status)
        implements KubernetesObject, ServiceBuilder.With {
    public Service {
        metadata = Absent.or(metadata, ObjectMeta.EMPTY);
        spec = Absent.or(spec, Spec.EMPTY);
        status = Absent.or(status, Status.EMPTY);
    }

    @Override
    public Service withMetadata(ObjectMeta metadata) {
        return ServiceBuilder.With.super.withMetadata(metadata);
    }

    /**
     * The settings of a service's session affinity.
     *
     * @param clientIP Settings for affinity by client address.
     */
    @RecordBuilder
    public record SessionAffinityConfig(@Pb(1) @Nullable ClientIPConfig clientIP)
            implements ServiceSessionAffinityConfigBuilder.With {}

    /**
     * The settings of session affinity by client address.
     *
     * @param timeoutSeconds Seconds for which a client sticks to its endpoint, 1-86400; defaults to 10800.
     */
    @RecordBuilder
    public record ClientIPConfig(@Pb(1) @Nullable Integer timeoutSeconds)
            implements ServiceClientIPConfigBuilder.With {}

    /**
     * The observed state of a service.
     *
     * @param loadBalancer Addresses of the external load balancer; empty for other service types.
     * @param conditions Current conditions, keyed by type.
     */
    @TypeName("ServiceStatus")
    @RecordBuilder
    public record Status(
            @Written @Pb(1) LoadBalancerStatus loadBalancer,
            @ListMap("type") @MergeKey("type") @Pb(2) List<Condition> conditions)
            implements ServiceStatusBuilder.With {
        /** The value of a field that was not set. */
        @SuppressWarnings("NullAway") // the constructor fills in what is absent
        public static final Status EMPTY = new Status(null, null);

        public Status {
            loadBalancer = Absent.or(loadBalancer, LoadBalancerStatus.EMPTY);
            conditions = Absent.list(conditions);
        }
    }

    /**
     * The entry points of a load balancer.
     *
     * @param ingress Entry points to send traffic to; empty until the balancer is ready.
     */
    @RecordBuilder
    public record LoadBalancerStatus(@Atomic @Pb(1) List<LoadBalancerIngress> ingress)
            implements ServiceLoadBalancerStatusBuilder.With {
        /** The value of a field that was not set. */
        @SuppressWarnings("NullAway") // the constructor fills in what is absent
        public static final LoadBalancerStatus EMPTY = new LoadBalancerStatus(null);

        public LoadBalancerStatus {
            ingress = Absent.list(ingress);
        }
    }

    /**
     * One entry point of a load balancer.
     *
     * @param ip IP address of the entry point; empty when it has a host name.
     * @param hostname DNS name of the entry point; empty when it has an IP address.
     * @param ipMode Whether packets arrive with the balancer's address (VIP) or a node or pod address (Proxy).
     * @param ports Ports served at this entry point, with errors if any.
     */
    @RecordBuilder
    public record LoadBalancerIngress(
            @Pb(1) @Nullable String ip,
            @Pb(2) @Nullable String hostname,
            @EnumValues(value = LoadBalancerIPMode.class, closed = false) @Pb(3) @Nullable String ipMode,
            @Atomic @Pb(4) List<PortStatus> ports)
            implements ServiceLoadBalancerIngressBuilder.With {
        public LoadBalancerIngress {
            ip = Absent.optional(ip);
            hostname = Absent.optional(hostname);
            ports = Absent.list(ports);
        }
    }

    /**
     * The desired exposure of a service.
     *
     * @param ports Ports that the service offers; may be empty only for headless and ExternalName services.
     * @param selector Labels of the pods that receive traffic; empty means endpoints are managed elsewhere.
     * @param clusterIP Primary virtual IP, assigned when empty; None makes the service headless.
     * @param clusterIPs Virtual IPs, at most one per family; the first equals clusterIP.
     * @param type How the service is exposed; defaults to ClusterIP.
     * @param externalIPs Extra IP addresses, routed to nodes by other means, on which nodes accept this service's
     *     traffic.
     * @param sessionAffinity ClientIP to keep a client on one endpoint, or None; defaults to None.
     * @param loadBalancerIP Wanted address of the balancer, honoured only by some providers; deprecated.
     * @param loadBalancerSourceRanges Client CIDR ranges let through by the balancer; empty means no restriction.
     * @param externalName DNS name that the service aliases; required for type ExternalName.
     * @param externalTrafficPolicy Whether outside traffic goes to all endpoints (Cluster) or node-local ones
     *     (Local); defaults to Cluster.
     * @param healthCheckNodePort Node port of the balancer's health check, only with LoadBalancer and Local; 0
     *     means assigned or unused.
     * @param publishNotReadyAddresses True publishes endpoints of pods that are not ready too; defaults to false.
     * @param sessionAffinityConfig Settings of session affinity; must be null when sessionAffinity is None.
     * @param ipFamilies IP families in order of preference, IPv4 and IPv6; assigned when empty.
     * @param ipFamilyPolicy Whether one or two IP families are used; null means SingleStack.
     * @param allocateLoadBalancerNodePorts Whether a LoadBalancer service gets node ports; defaults to true.
     * @param loadBalancerClass Implementation that provides the balancer; null means the cluster's default.
     * @param internalTrafficPolicy Whether inside traffic goes to all endpoints (Cluster) or node-local ones
     *     (Local); defaults to Cluster.
     * @param trafficDistribution Preference among endpoints: PreferSameZone, PreferSameNode or PreferClose; null
     *     means none.
     */
    @TypeName("ServiceSpec")
    @RecordBuilder
    public record Spec(
            @ListMap({"port", "protocol"}) @MergeKey("port") @Pb(1) List<ServicePort> ports,
            @Atomic @Pb(2) Map<String, String> selector,
            @Immutable("unless-type-changes") @Pb(3) @Nullable String clusterIP,
            @Atomic @Immutable("unless-type-changes") @Pb(18) List<String> clusterIPs,
            @EnumValues(Type.class) @Pb(4) @Nullable String type,
            @Atomic @Pb(5) List<String> externalIPs,
            @EnumValues(Affinity.class) @Pb(7) @Nullable String sessionAffinity,
            @DeprecatedField @Pb(8) @Nullable String loadBalancerIP,
            @Atomic @Pb(9) List<String> loadBalancerSourceRanges,
            @Pb(10) @Nullable String externalName,
            @EnumValues(ExternalTrafficPolicy.class) @Pb(11) @Nullable String externalTrafficPolicy,
            @Immutable("once-set") @Pb(12) int healthCheckNodePort,
            @Pb(13) boolean publishNotReadyAddresses,
            @Pb(14) @Nullable SessionAffinityConfig sessionAffinityConfig,
            @Atomic @EnumValues(IPFamily.class) @Pb(19) List<String> ipFamilies,
            @EnumValues(IPFamilyPolicy.class) @Pb(17) @Nullable String ipFamilyPolicy,
            @Pb(20) @Nullable Boolean allocateLoadBalancerNodePorts,
            @Immutable("once-set") @Pb(21) @Nullable String loadBalancerClass,
            @EnumValues(InternalTrafficPolicy.class) @Pb(22) @Nullable String internalTrafficPolicy,
            @Pb(23) @Nullable String trafficDistribution)
            implements ServiceSpecBuilder.With {
        /** The value of a field that was not set. */
        @SuppressWarnings("NullAway") // the constructor fills in what is absent
        public static final Spec EMPTY = new Spec(
                null, null, null, null, null, null, null, null, null, null, null, 0, false, null, null, null, null,
                null, null, null);

        public Spec {
            ports = Absent.list(ports);
            selector = Absent.map(selector);
            clusterIP = Absent.optional(clusterIP);
            clusterIPs = Absent.list(clusterIPs);
            type = Absent.optional(type);
            externalIPs = Absent.list(externalIPs);
            sessionAffinity = Absent.optional(sessionAffinity);
            loadBalancerIP = Absent.optional(loadBalancerIP);
            loadBalancerSourceRanges = Absent.list(loadBalancerSourceRanges);
            externalName = Absent.optional(externalName);
            externalTrafficPolicy = Absent.optional(externalTrafficPolicy);
            ipFamilies = Absent.list(ipFamilies);
        }
    }

    /**
     * The state of one load balancer port.
     *
     * @param port Port number, 1-65535.
     * @param protocol TCP, UDP or SCTP.
     * @param error CamelCase or domain-prefixed error code, at most 316 characters; null means no problem.
     */
    @RecordBuilder
    public record PortStatus(
            @Required @Pb(1) int port,
            @Required @EnumValues(Protocol.class) @Pb(2) String protocol,
            @Limits(
                            maxLength = 316,
                            pattern =
                                    "^([a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*/)?(([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9])$")
                    @Pb(3)
                    @Nullable
                    String error)
            implements ServicePortStatusBuilder.With {
        public PortStatus {
            protocol = Absent.text(protocol);
        }
    }

    /** The values of {@code LoadBalancerIPMode} known upstream; others may occur. */
    public static final class LoadBalancerIPMode {
        public static final String VIP = "VIP";
        public static final String PROXY = "Proxy";

        private LoadBalancerIPMode() {}
    }

    /** The values of {@code ServiceType}. */
    @TypeName("ServiceType")
    public static final class Type {
        public static final String CLUSTER_IP = "ClusterIP";
        public static final String NODE_PORT = "NodePort";
        public static final String LOAD_BALANCER = "LoadBalancer";
        public static final String EXTERNAL_NAME = "ExternalName";

        private Type() {}
    }

    /** The values of {@code ServiceAffinity}. */
    @TypeName("ServiceAffinity")
    public static final class Affinity {
        public static final String CLIENT_IP = "ClientIP";
        public static final String NONE = "None";

        private Affinity() {}
    }

    /** The values of {@code ServiceExternalTrafficPolicy}. */
    @TypeName("ServiceExternalTrafficPolicy")
    public static final class ExternalTrafficPolicy {
        public static final String CLUSTER = "Cluster";
        public static final String LOCAL = "Local";

        private ExternalTrafficPolicy() {}
    }

    /** The values of {@code IPFamily}. */
    public static final class IPFamily {
        public static final String IPV4 = "IPv4";
        public static final String IPV6 = "IPv6";

        private IPFamily() {}
    }

    /** The values of {@code IPFamilyPolicy}. */
    public static final class IPFamilyPolicy {
        public static final String SINGLE_STACK = "SingleStack";
        public static final String PREFER_DUAL_STACK = "PreferDualStack";
        public static final String REQUIRE_DUAL_STACK = "RequireDualStack";

        private IPFamilyPolicy() {}
    }

    /** The values of {@code ServiceInternalTrafficPolicy}. */
    @TypeName("ServiceInternalTrafficPolicy")
    public static final class InternalTrafficPolicy {
        public static final String CLUSTER = "Cluster";
        public static final String LOCAL = "Local";

        private InternalTrafficPolicy() {}
    }
}
