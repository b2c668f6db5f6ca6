package io.kubelayers.application.discovery;

import static io.kubelayers.application.discovery.ServiceChecks.ONLY_LOAD_BALANCER;
import static io.kubelayers.application.discovery.ServiceChecks.SPEC;

import io.kubelayers.nucleus.validation.FieldErrors;
import io.kubelayers.nucleus.validation.FieldPath;
import io.kubelayers.nucleus.validation.Ips;
import io.kubelayers.nucleus.validation.Names;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What may be wrong with how a Service takes traffic: its load balancer and the policies of routing. */
final class ServiceTrafficChecks {
    private static final String RANGES = "service.beta.kubernetes.io/load-balancer-source-ranges";
    private static final List<String> POLICIES =
            List.of(Service.ExternalTrafficPolicy.CLUSTER, Service.ExternalTrafficPolicy.LOCAL);
    private static final List<String> DISTRIBUTIONS =
            List.of(TrafficHints.PREFER_CLOSE, TrafficHints.PREFER_SAME_ZONE, TrafficHints.PREFER_SAME_NODE);

    private final Service service;
    private final Service.Spec spec;
    private final @Nullable Service old;
    private final FieldErrors errors;
    private final boolean loadBalancer;

    ServiceTrafficChecks(Service service, @Nullable Service old, FieldErrors errors) {
        this.service = service;
        this.spec = service.spec();
        this.old = old;
        this.errors = errors;
        this.loadBalancer = Service.Type.LOAD_BALANCER.equals(spec.type());
    }

    void check() {
        sourceRanges();
        if (spec.allocateLoadBalancerNodePorts() != null && !loadBalancer) {
            errors.forbidden(SPEC.child("allocateLoadBalancerNodePorts"), ONLY_LOAD_BALANCER);
        }
        if (spec.allocateLoadBalancerNodePorts() == null && loadBalancer) {
            errors.required(FieldPath.of("allocateLoadBalancerNodePorts"));
        }
        loadBalancerClass(service, errors);
        externalPolicy();
        healthCheckPort();
        internalPolicy();
        errors.oneOf(SPEC.child("trafficDistribution"), spec.trafficDistribution(), DISTRIBUTIONS);
    }

    private void sourceRanges() {
        var annotation = service.metadata().annotations().get(RANGES);
        if (!spec.loadBalancerSourceRanges().isEmpty()) {
            var path = SPEC.child("LoadBalancerSourceRanges");
            if (!loadBalancer) {
                errors.forbidden(path, ONLY_LOAD_BALANCER);
            }
            for (int i = 0; i < spec.loadBalancerSourceRanges().size(); i++) {
                var range = spec.loadBalancerSourceRanges().get(i).strip();
                errors.invalid(path.index(i), range, Ips.lenientRange(range));
            }
        } else if (annotation != null) {
            var path = FieldPath.of("metadata", "annotations").key(RANGES);
            if (!loadBalancer) {
                errors.forbidden(path, ONLY_LOAD_BALANCER);
            }
            boolean unchanged = old != null
                    && annotation.equals(old.metadata().annotations().get(RANGES));
            if (!unchanged && !annotation.isBlank()) {
                for (var part : annotation.strip().split(",", -1)) {
                    errors.invalid(path, part.strip(), Ips.lenientRange(part.strip()));
                }
            }
        }
    }

    static void loadBalancerClass(Service service, FieldErrors errors) {
        var path = SPEC.child("loadBalancerClass");
        var name = service.spec().loadBalancerClass();
        if (name != null && Service.Type.LOAD_BALANCER.equals(service.spec().type())) {
            errors.invalid(path, name, Names.qualifiedName(name));
        } else if (name != null) {
            errors.forbidden(path, ONLY_LOAD_BALANCER);
        }
    }

    private void externalPolicy() {
        var path = SPEC.child("externalTrafficPolicy");
        var policy = spec.externalTrafficPolicy();
        if (isExternallyAccessible(service)) {
            errors.requiredOneOf(path, policy, POLICIES);
        } else if (policy != null) {
            errors.invalid(path, policy, "may only be set for externally-accessible services");
        }
    }

    /** Whether traffic can come to a service from outside the cluster. */
    static boolean isExternallyAccessible(Service service) {
        var spec = service.spec();
        return Service.Type.LOAD_BALANCER.equals(spec.type())
                || Service.Type.NODE_PORT.equals(spec.type())
                || Service.Type.CLUSTER_IP.equals(spec.type())
                        && !spec.externalIPs().isEmpty();
    }

    private void healthCheckPort() {
        var path = SPEC.child("healthCheckNodePort");
        int port = spec.healthCheckNodePort();
        if (ServiceAllocation.needsHealthCheckPort(service)) {
            if (port == 0) {
                errors.required(path);
            } else {
                errors.invalid(path, port, Names.portNumber(port));
            }
        } else if (port != 0) {
            errors.invalid(
                    path, port, "may only be set when `type` is 'LoadBalancer' and `externalTrafficPolicy` is 'Local'");
        }
    }

    private void internalPolicy() {
        var path = SPEC.child("internalTrafficPolicy");
        var policy = spec.internalTrafficPolicy();
        var type = spec.type();
        if (policy == null
                && (Service.Type.NODE_PORT.equals(type) || loadBalancer || Service.Type.CLUSTER_IP.equals(type))) {
            errors.required(path);
        }
        errors.oneOf(path, policy, POLICIES);
    }
}
