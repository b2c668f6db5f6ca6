package io.kubelayers.application.discovery;

import io.kubelayers.nucleus.core.Protocol;
import io.kubelayers.nucleus.server.KindRules;
import io.kubelayers.nucleus.validation.FieldError;
import io.kubelayers.nucleus.validation.FieldPath;
import io.kubelayers.nucleus.validation.NameRule;
import io.kubelayers.nucleus.value.IntOrString;
import java.util.ArrayList;
import java.util.List;
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
        return service.withSpec(spec);
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
    public List<FieldError> validate(Service service) {
        return ServiceChecks.of(service);
    }

    @Override
    public List<FieldError> validateUpdate(Service service, Service old) {
        var errors = new ArrayList<>(validate(service));
        boolean hadIp = ServiceAllocation.needsClusterIp(old)
                && !old.spec().clusterIPs().isEmpty();
        if (hadIp && ServiceAllocation.needsClusterIp(service)) {
            var before = old.spec().clusterIPs().get(0);
            var ips = service.spec().clusterIPs();
            if (ips.isEmpty() || !ips.get(0).equals(before)) {
                errors.add(FieldError.invalid(FieldPath.of("spec", "clusterIPs").index(0), ips, "field is immutable"));
            }
        }
        return errors;
    }
}
