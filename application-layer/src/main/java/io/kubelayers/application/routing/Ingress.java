package io.kubelayers.application.routing;

import io.kubelayers.nucleus.api.Atomic;
import io.kubelayers.nucleus.api.Column;
import io.kubelayers.nucleus.api.EnumValues;
import io.kubelayers.nucleus.api.Kind;
import io.kubelayers.nucleus.api.Limits;
import io.kubelayers.nucleus.api.Pb;
import io.kubelayers.nucleus.api.Required;
import io.kubelayers.nucleus.api.Subresource;
import io.kubelayers.nucleus.api.TypeName;
import io.kubelayers.nucleus.api.Written;
import io.kubelayers.nucleus.core.Protocol;
import io.kubelayers.nucleus.core.TypedLocalObjectReference;
import io.kubelayers.nucleus.meta.KubernetesObject;
import io.kubelayers.nucleus.meta.ObjectMeta;
import io.kubelayers.nucleus.value.Absent;
import io.soabase.recordbuilder.core.RecordBuilder;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Routes HTTP requests from outside to Services by host and path.
 *
 * @param metadata the usual object metadata
 * @param spec Wanted routing.
 * @param status State last observed by the controller.
 */
@Kind(
        group = "networking.k8s.io",
        version = "v1",
        plural = "ingresses",
        shortNames = "ing",
        subresources = {
            @Subresource(
                    name = "status",
                    verbs = {"get", "patch", "update"})
        },
        columns = {
            @Column(name = "Name", format = "name"),
            @Column(name = "Class"),
            @Column(name = "Hosts"),
            @Column(name = "Address"),
            @Column(name = "Ports"),
            @Column(name = "Age")
        })
@RecordBuilder
public record Ingress(@Written @Pb(1) ObjectMeta metadata, @Written @Pb(2) Spec spec, @Written @Pb(3) Status status)
        implements KubernetesObject, IngressBuilder.With {
    public Ingress {
        metadata = Absent.or(metadata, ObjectMeta.EMPTY);
        spec = Absent.or(spec, Spec.EMPTY);
        status = Absent.or(status, Status.EMPTY);
    }

    @Override
    public Ingress withMetadata(ObjectMeta metadata) {
        return IngressBuilder.With.super.withMetadata(metadata);
    }

    /**
     * Desired routing of an Ingress; needs rules or a default backend.
     *
     * @param ingressClassName IngressClass that handles it; null takes the default class of the cluster if there is
     *     one.
     * @param defaultBackend Where requests go that no rule fits; null leaves that to the controller.
     * @param tls Hosts served over TLS and their certificates; empty means plain HTTP.
     * @param rules Routing rules by host; empty sends all to the default backend.
     */
    @TypeName("IngressSpec")
    @RecordBuilder
    public record Spec(
            @Pb(4) @Nullable String ingressClassName,
            @Pb(1) @Nullable Backend defaultBackend,
            @Atomic @Pb(2) List<TLS> tls,
            @Atomic @Pb(3) List<Rule> rules)
            implements IngressSpecBuilder.With {
        /** The value of a field that was not set. */
        @SuppressWarnings("NullAway") // the constructor fills in what is absent
        public static final Spec EMPTY = new Spec(null, null, null, null);

        public Spec {
            tls = Absent.list(tls);
            rules = Absent.list(rules);
        }
    }

    /**
     * TLS settings for some hosts of an Ingress.
     *
     * @param hosts Host names the certificate covers; empty leaves the choice to the controller.
     * @param secretName Secret with certificate and key for port 443; empty lets the controller choose by host
     *     name.
     */
    @TypeName("IngressTLS")
    @RecordBuilder
    public record TLS(@Atomic @Pb(1) List<String> hosts, @Pb(2) @Nullable String secretName)
            implements IngressTLSBuilder.With {
        public TLS {
            hosts = Absent.list(hosts);
            secretName = Absent.optional(secretName);
        }
    }

    /**
     * Observed state of an Ingress.
     *
     * @param loadBalancer Addresses at which the Ingress is reached.
     */
    @TypeName("IngressStatus")
    @RecordBuilder
    public record Status(@Written @Pb(1) LoadBalancerStatus loadBalancer) implements IngressStatusBuilder.With {
        /** The value of a field that was not set. */
        @SuppressWarnings("NullAway") // the constructor fills in what is absent
        public static final Status EMPTY = new Status(null);

        public Status {
            loadBalancer = Absent.or(loadBalancer, LoadBalancerStatus.EMPTY);
        }
    }

    /**
     * Load balancer addresses of an Ingress.
     *
     * @param ingress Entry points; empty while none is ready.
     */
    @TypeName("IngressLoadBalancerStatus")
    @RecordBuilder
    public record LoadBalancerStatus(@Atomic @Pb(1) List<LoadBalancerIngress> ingress)
            implements IngressLoadBalancerStatusBuilder.With {
        /** The value of a field that was not set. */
        @SuppressWarnings("NullAway") // the constructor fills in what is absent
        public static final LoadBalancerStatus EMPTY = new LoadBalancerStatus(null);

        public LoadBalancerStatus {
            ingress = Absent.list(ingress);
        }
    }

    /**
     * One entry point of the load balancer of an Ingress.
     *
     * @param ip IP address; empty if reached by host name.
     * @param hostname DNS name; empty if reached by address.
     * @param ports Ports open at this entry point.
     */
    @TypeName("IngressLoadBalancerIngress")
    @RecordBuilder
    public record LoadBalancerIngress(
            @Pb(1) @Nullable String ip, @Pb(2) @Nullable String hostname, @Atomic @Pb(4) List<PortStatus> ports)
            implements IngressLoadBalancerIngressBuilder.With {
        public LoadBalancerIngress {
            ip = Absent.optional(ip);
            hostname = Absent.optional(hostname);
            ports = Absent.list(ports);
        }
    }

    /**
     * One open port of an entry point, and whether it failed.
     *
     * @param port Port number, 1-65535.
     * @param protocol TCP, UDP or SCTP.
     * @param error Camel case reason why the port does not work, up to 316 characters; null if it does.
     */
    @TypeName("IngressPortStatus")
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
            implements IngressPortStatusBuilder.With {
        public PortStatus {
            protocol = Absent.text(protocol);
        }
    }

    /**
     * Routing rule for one host name.
     *
     * @param host Full host name, or *. with a domain for exactly one further label; empty matches every host.
     * @param http Paths under this host; null sends everything to the default backend.
     */
    @TypeName("IngressRule")
    @RecordBuilder
    public record Rule(@Pb(1) @Nullable String host, @Pb({2, 1}) @Nullable HTTPIngressRuleValue http)
            implements IngressRuleBuilder.With {
        public Rule {
            host = Absent.optional(host);
        }
    }

    /**
     * Paths of one host and the backends that answer them.
     *
     * @param paths Path rules, at least one; the longest fitting path wins.
     */
    @RecordBuilder
    public record HTTPIngressRuleValue(@Required @Atomic @Pb(1) List<HTTPIngressPath> paths)
            implements IngressHTTPIngressRuleValueBuilder.With {
        public HTTPIngressRuleValue {
            paths = Absent.list(paths);
        }
    }

    /**
     * Sends requests for one path to a backend.
     *
     * @param path Path to compare, beginning with a slash; may be empty only for ImplementationSpecific.
     * @param pathType Exact compares whole, Prefix by path elements, ImplementationSpecific as the controller
     *     likes.
     * @param backend Where fitting requests go.
     */
    @RecordBuilder
    public record HTTPIngressPath(
            @Pb(1) @Nullable String path,
            @Required @EnumValues(PathType.class) @Pb(3) @Nullable String pathType,
            @Required @Pb(2) Backend backend)
            implements IngressHTTPIngressPathBuilder.With {
        public HTTPIngressPath {
            path = Absent.optional(path);
            backend = Absent.or(backend, Backend.EMPTY);
        }
    }

    /**
     * Target of routed requests: exactly one of a Service and another object.
     *
     * @param service Service in the same namespace; null if resource is set.
     * @param resource Other object in the same namespace; null if service is set.
     */
    @TypeName("IngressBackend")
    @RecordBuilder
    public record Backend(@Pb(4) @Nullable ServiceBackend service, @Pb(3) @Nullable TypedLocalObjectReference resource)
            implements IngressBackendBuilder.With {
        /** The value of a field that was not set. */
        @SuppressWarnings("NullAway") // the constructor fills in what is absent
        public static final Backend EMPTY = new Backend(null, null);
    }

    /**
     * A Service and one of its ports as target.
     *
     * @param name Name of the Service.
     * @param port Port of the Service.
     */
    @TypeName("IngressServiceBackend")
    @RecordBuilder
    public record ServiceBackend(@Required @Pb(1) String name, @Written @Pb(2) ServiceBackendPort port)
            implements IngressServiceBackendBuilder.With {
        public ServiceBackend {
            name = Absent.text(name);
            port = Absent.or(port, ServiceBackendPort.EMPTY);
        }
    }

    /**
     * Port of a Service, by exactly one of name and number.
     *
     * @param name Name of the port; empty if number is used.
     * @param number Port number, 1-65535; 0 if name is used.
     */
    @Atomic
    @RecordBuilder
    public record ServiceBackendPort(@Pb(1) @Nullable String name, @Pb(2) int number)
            implements IngressServiceBackendPortBuilder.With {
        /** The value of a field that was not set. */
        @SuppressWarnings("NullAway") // the constructor fills in what is absent
        public static final ServiceBackendPort EMPTY = new ServiceBackendPort(null, 0);

        public ServiceBackendPort {
            name = Absent.optional(name);
        }
    }

    /** The values of {@code PathType}. */
    public static final class PathType {
        public static final String EXACT = "Exact";
        public static final String PREFIX = "Prefix";
        public static final String IMPLEMENTATION_SPECIFIC = "ImplementationSpecific";

        private PathType() {}
    }
}
