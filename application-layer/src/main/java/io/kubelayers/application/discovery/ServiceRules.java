package io.kubelayers.application.discovery;

import io.kubelayers.nucleus.core.Protocol;
import io.kubelayers.nucleus.server.KindRules;
import io.kubelayers.nucleus.server.LooksAtChange;
import io.kubelayers.nucleus.validation.FieldError;
import io.kubelayers.nucleus.validation.FieldErrors;
import io.kubelayers.nucleus.validation.NameRule;
import io.kubelayers.nucleus.value.IntOrString;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Defaults and checks of Services ({@code pkg/apis/core/v1/defaults.go}, {@code validation.go}). */
public final class ServiceRules implements KindRules<Service> {
    private static final String CLUSTER = "Cluster";
    private static final int STICKY_SECONDS = 10800;

    @Override
    public Class<Service> type() {
        return Service.class;
    }

    @Override
    public LooksAtChange looksAtChange() {
        return LooksAtChange.USUAL.withMetadataAsNew();
    }

    @Override
    public NameRule nameRule() {
        return NameRule.DNS_1035_LABEL;
    }

    @Override
    public Service defaulted(Service service) {
        var spec = service.spec();
        var type = spec.type() == null ? Service.Type.CLUSTER_IP : spec.type();
        var affinity = spec.sessionAffinity() == null ? Service.Affinity.NONE : spec.sessionAffinity();
        boolean external = type.equals(Service.Type.NODE_PORT)
                || type.equals(Service.Type.LOAD_BALANCER)
                || (type.equals(Service.Type.CLUSTER_IP) && !spec.externalIPs().isEmpty());
        spec = spec.withType(type)
                .withSessionAffinity(affinity)
                .withSessionAffinityConfig(affinityConfig(spec, affinity))
                .withPorts(ports(spec.ports()));
        if (external && spec.externalTrafficPolicy() == null) {
            spec = spec.withExternalTrafficPolicy(CLUSTER);
        }
        if (!type.equals(Service.Type.EXTERNAL_NAME) && spec.internalTrafficPolicy() == null) {
            spec = spec.withInternalTrafficPolicy(CLUSTER);
        }
        if (type.equals(Service.Type.LOAD_BALANCER) && spec.allocateLoadBalancerNodePorts() == null) {
            spec = spec.withAllocateLoadBalancerNodePorts(true);
        }
        return service.withSpec(spec)
                .withStatus(type.equals(Service.Type.LOAD_BALANCER) ? modes(service) : service.status());
    }

    /** Addresses of load balancers are virtual unless they say otherwise. */
    private static Service.Status modes(Service service) {
        var status = service.status();
        var entries = new ArrayList<Service.LoadBalancerIngress>();
        for (var entry : status.loadBalancer().ingress()) {
            boolean unset = entry.ip() != null && entry.ipMode() == null;
            entries.add(unset ? entry.withIpMode(Service.LoadBalancerIPMode.VIP) : entry);
        }
        return status.withLoadBalancer(new Service.LoadBalancerStatus(entries));
    }

    private static Service.@Nullable SessionAffinityConfig affinityConfig(Service.Spec spec, String affinity) {
        if (affinity.equals(Service.Affinity.NONE)) {
            return null;
        }
        var config = spec.sessionAffinityConfig();
        boolean given =
                config != null && config.clientIP() != null && config.clientIP().timeoutSeconds() != null;
        return given ? config : new Service.SessionAffinityConfig(new Service.ClientIPConfig(STICKY_SECONDS));
    }

    private static List<ServicePort> ports(List<ServicePort> ports) {
        var defaulted = new ArrayList<ServicePort>();
        for (var port : ports) {
            var target = port.targetPort();
            boolean unset =
                    target.isInt() ? target.intValue() == 0 : target.toString().isEmpty();
            defaulted.add(port.withProtocol(port.protocol() == null ? Protocol.TCP : port.protocol())
                    .withTargetPort(unset ? IntOrString.of(port.port()) : target));
        }
        return defaulted;
    }

    @Override
    public List<String> statusWarnings(Service service) {
        return ServiceWarnings.ofStatus(service);
    }

    @Override
    public boolean allowsCreateOnUpdate() {
        return true;
    }

    @Override
    public List<FieldError> validate(Service service) {
        var errors = new FieldErrors();
        ServiceChecks.check(service, null, errors);
        return errors.list();
    }

    @Override
    public List<FieldError> validateUpdate(Service service, Service old) {
        var errors = new FieldErrors();
        ServiceAddressChecks.checkChange(service, old, errors);
        loadBalancerClass(service, old, errors);
        boolean checked =
                ServiceAllocation.needsHealthCheckPort(old) && ServiceAllocation.needsHealthCheckPort(service);
        if (checked && service.spec().healthCheckNodePort() != old.spec().healthCheckNodePort()) {
            errors.forbidden(ServiceChecks.SPEC.child("healthCheckNodePort"), "field is immutable");
        }
        ServiceChecks.check(service, old, errors);
        return errors.list();
    }

    private static void loadBalancerClass(Service service, Service old, FieldErrors errors) {
        boolean both = Service.Type.LOAD_BALANCER.equals(service.spec().type())
                && Service.Type.LOAD_BALANCER.equals(old.spec().type());
        var name = service.spec().loadBalancerClass();
        if (both && !Objects.equals(name, old.spec().loadBalancerClass())) {
            errors.invalid(
                    ServiceChecks.SPEC.child("loadBalancerClass"),
                    name == null ? "null" : name,
                    "may not change once set");
        }
        ServiceTrafficChecks.loadBalancerClass(service, errors);
    }

    @Override
    public List<FieldError> validateStatusUpdate(Service service, Service old) {
        var errors = new FieldErrors();
        LoadBalancerStatusChecks.check(service, errors);
        return errors.list();
    }

    @Override
    public List<String> warnings(Service service) {
        return ServiceWarnings.of(service);
    }
}
