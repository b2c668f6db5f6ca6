package io.kubelayers.application.routing;

import io.kubelayers.nucleus.api.Atomic;
import io.kubelayers.nucleus.api.Column;
import io.kubelayers.nucleus.api.EnumValues;
import io.kubelayers.nucleus.api.Kind;
import io.kubelayers.nucleus.api.KubernetesObject;
import io.kubelayers.nucleus.api.Limits;
import io.kubelayers.nucleus.api.Pb;
import io.kubelayers.nucleus.api.Required;
import io.kubelayers.nucleus.api.Subresource;
import io.kubelayers.nucleus.api.Written;
import io.kubelayers.nucleus.core.Protocol;
import io.kubelayers.nucleus.core.TypedLocalObjectReference;
import io.kubelayers.nucleus.meta.ObjectMeta;
import io.kubelayers.nucleus.value.Absent;
import io.soabase.recordbuilder.core.RecordBuilder;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * TODO-DOC.
 *
 * @param metadata the usual object metadata
 * @param spec TODO-DOC
 * @param status TODO-DOC
 */
@Kind(
    group = "networking.k8s.io",
    version = "v1",
    plural = "ingresses",
    shortNames = "ing",
    subresources = {
        @Subresource(name = "status", verbs = {"get", "patch", "update"})
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
public record Ingress(
    @Written @Pb(1) ObjectMeta metadata,
    @Written @Pb(2) Spec spec,
    @Written @Pb(3) Status status)
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
     * TODO-DOC.
     *
     * @param ingressClassName TODO-DOC
     * @param defaultBackend TODO-DOC
     * @param tls TODO-DOC
     * @param rules TODO-DOC
     */
    @RecordBuilder
    public record Spec(
        @Pb(4) @Nullable String ingressClassName,
        @Pb(1) @Nullable Backend defaultBackend,
        @Atomic @Pb(2) List<TLS> tls,
        @Atomic @Pb(3) List<Rule> rules)
        implements IngressSpecBuilder.With {
        /** The value of a field that was not set. */
        public static final Spec EMPTY = new Spec(null, null, null, null);

        public Spec {
            tls = Absent.list(tls);
            rules = Absent.list(rules);
        }

    }

    /**
     * TODO-DOC.
     *
     * @param hosts TODO-DOC
     * @param secretName TODO-DOC
     */
    @RecordBuilder
    public record TLS(
        @Atomic @Pb(1) List<String> hosts,
        @Pb(2) @Nullable String secretName)
        implements IngressTLSBuilder.With {
        public TLS {
            hosts = Absent.list(hosts);
            secretName = Absent.optional(secretName);
        }

    }

    /**
     * TODO-DOC.
     *
     * @param loadBalancer TODO-DOC
     */
    @RecordBuilder
    public record Status(
        @Written @Pb(1) LoadBalancerStatus loadBalancer)
        implements IngressStatusBuilder.With {
        /** The value of a field that was not set. */
        public static final Status EMPTY = new Status(null);

        public Status {
            loadBalancer = Absent.or(loadBalancer, LoadBalancerStatus.EMPTY);
        }

    }

    /**
     * TODO-DOC.
     *
     * @param ingress TODO-DOC
     */
    @RecordBuilder
    public record LoadBalancerStatus(
        @Atomic @Pb(1) List<LoadBalancerIngress> ingress)
        implements IngressLoadBalancerStatusBuilder.With {
        /** The value of a field that was not set. */
        public static final LoadBalancerStatus EMPTY = new LoadBalancerStatus(null);

        public LoadBalancerStatus {
            ingress = Absent.list(ingress);
        }

    }

    /**
     * TODO-DOC.
     *
     * @param ip TODO-DOC
     * @param hostname TODO-DOC
     * @param ports TODO-DOC
     */
    @RecordBuilder
    public record LoadBalancerIngress(
        @Pb(1) @Nullable String ip,
        @Pb(2) @Nullable String hostname,
        @Atomic @Pb(4) List<PortStatus> ports)
        implements IngressLoadBalancerIngressBuilder.With {
        public LoadBalancerIngress {
            ip = Absent.optional(ip);
            hostname = Absent.optional(hostname);
            ports = Absent.list(ports);
        }

    }

    /**
     * TODO-DOC.
     *
     * @param port TODO-DOC
     * @param protocol TODO-DOC
     * @param error TODO-DOC
     */
    @RecordBuilder
    public record PortStatus(
        @Required @Pb(1) int port,
        @Required @EnumValues(Protocol.class) @Pb(2) String protocol,
        @Limits(maxLength = 316, pattern = "^([a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*/)?(([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9])$") @Pb(3) @Nullable String error)
        implements IngressPortStatusBuilder.With {
        public PortStatus {
            protocol = Absent.text(protocol);
        }

    }

    /**
     * TODO-DOC.
     *
     * @param host TODO-DOC
     * @param http TODO-DOC
     */
    @RecordBuilder
    public record Rule(
        @Pb(1) @Nullable String host,
        @Pb({2, 1}) @Nullable HTTPIngressRuleValue http)
        implements IngressRuleBuilder.With {
        public Rule {
            host = Absent.optional(host);
        }

    }

    /**
     * TODO-DOC.
     *
     * @param paths TODO-DOC
     */
    @RecordBuilder
    public record HTTPIngressRuleValue(
        @Required @Atomic @Pb(1) List<HTTPIngressPath> paths)
        implements IngressHTTPIngressRuleValueBuilder.With {
        public HTTPIngressRuleValue {
            paths = Absent.list(paths);
        }

    }

    /**
     * TODO-DOC.
     *
     * @param path TODO-DOC
     * @param pathType TODO-DOC
     * @param backend TODO-DOC
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
     * TODO-DOC.
     *
     * @param service TODO-DOC
     * @param resource TODO-DOC
     */
    @RecordBuilder
    public record Backend(
        @Pb(4) @Nullable ServiceBackend service,
        @Pb(3) @Nullable TypedLocalObjectReference resource)
        implements IngressBackendBuilder.With {
        /** The value of a field that was not set. */
        public static final Backend EMPTY = new Backend(null, null);

    }

    /**
     * TODO-DOC.
     *
     * @param name TODO-DOC
     * @param port TODO-DOC
     */
    @RecordBuilder
    public record ServiceBackend(
        @Required @Pb(1) String name,
        @Written @Pb(2) ServiceBackendPort port)
        implements IngressServiceBackendBuilder.With {
        public ServiceBackend {
            name = Absent.text(name);
            port = Absent.or(port, ServiceBackendPort.EMPTY);
        }

    }

    /**
     * TODO-DOC.
     *
     * @param name TODO-DOC
     * @param number TODO-DOC
     */
    @Atomic
    @RecordBuilder
    public record ServiceBackendPort(
        @Pb(1) @Nullable String name,
        @Pb(2) int number)
        implements IngressServiceBackendPortBuilder.With {
        /** The value of a field that was not set. */
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
