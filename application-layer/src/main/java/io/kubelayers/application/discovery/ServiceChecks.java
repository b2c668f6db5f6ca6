package io.kubelayers.application.discovery;

import io.kubelayers.nucleus.core.Protocol;
import io.kubelayers.nucleus.validation.FieldError;
import io.kubelayers.nucleus.validation.FieldPath;
import io.kubelayers.nucleus.validation.Names;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What may be wrong with a Service ({@code ValidateService} in {@code pkg/apis/core/validation}). */
final class ServiceChecks {
    private static final FieldPath SPEC = FieldPath.of("spec");
    private static final List<String> TYPES = List.of(
            Service.Type.CLUSTER_IP, Service.Type.EXTERNAL_NAME, Service.Type.LOAD_BALANCER, Service.Type.NODE_PORT);
    private static final List<String> PROTOCOLS = List.of(Protocol.SCTP, Protocol.TCP, Protocol.UDP);

    private ServiceChecks() {}

    static List<FieldError> of(Service service) {
        var spec = service.spec();
        var errors = new ArrayList<FieldError>();
        boolean headless = ServiceDns.isHeadless(service);
        boolean external = ServiceDns.isExternalName(service);
        if (spec.ports().isEmpty() && !headless && !external) {
            errors.add(FieldError.required(SPEC.child("ports"), ""));
        }
        var type = spec.type() == null ? Service.Type.CLUSTER_IP : spec.type();
        if (type.equals(Service.Type.NODE_PORT) && headless) {
            errors.add(FieldError.invalid(
                    SPEC.child("clusterIPs").index(0), "None", "may not be set to 'None' for NodePort services"));
        }
        if (type.equals(Service.Type.LOAD_BALANCER) && headless) {
            errors.add(FieldError.invalid(
                    SPEC.child("clusterIPs").index(0), "None", "may not be set to 'None' for LoadBalancer services"));
        }
        if (external) {
            externalName(service, errors);
        }
        ports(service, type, errors);
        oneOf("sessionAffinity", spec.sessionAffinity(), List.of("ClientIP", "None"), errors);
        affinity(service, errors);
        if (!TYPES.contains(type)) {
            errors.add(FieldError.notSupported(SPEC.child("type"), type, TYPES));
        }
        policies(service, type, errors);
        return errors;
    }

    private static void externalName(Service service, List<FieldError> errors) {
        var name = service.spec().externalName();
        var path = SPEC.child("externalName");
        if (name == null) {
            errors.add(FieldError.required(path, ""));
            return;
        }
        var domain = name.endsWith(".") ? name.substring(0, name.length() - 1) : name;
        for (var complaint : Names.dnsSubdomain(domain)) {
            errors.add(FieldError.invalid(path, name, complaint));
        }
        if (!service.spec().clusterIPs().isEmpty()) {
            errors.add(FieldError.forbidden(SPEC.child("clusterIPs"), "may not be set for ExternalName services"));
        }
    }

    private static void ports(Service service, String type, List<FieldError> errors) {
        var ports = service.spec().ports();
        Set<String> names = new HashSet<>();
        Set<String> numbers = new HashSet<>();
        for (int i = 0; i < ports.size(); i++) {
            var port = ports.get(i);
            var path = SPEC.child("ports").index(i);
            portName(port, path.child("name"), ports.size() > 1, names, errors);
            for (var complaint : Names.portNumber(port.port())) {
                errors.add(FieldError.invalid(path.child("port"), (long) port.port(), complaint));
            }
            var protocol = TargetPorts.protocol(port);
            if (!PROTOCOLS.contains(protocol)) {
                errors.add(FieldError.notSupported(path.child("protocol"), protocol, PROTOCOLS));
            }
            targetPort(port, path.child("targetPort"), errors);
            if (type.equals(Service.Type.CLUSTER_IP) && port.nodePort() != 0) {
                errors.add(FieldError.forbidden(path.child("nodePort"), "may not be used when `type` is 'ClusterIP'"));
            }
            if (!numbers.add(protocol + port.port())) {
                errors.add(FieldError.duplicate(path, portAndProtocol(port, protocol)));
            }
        }
    }

    private static Object portAndProtocol(ServicePort port, String protocol) {
        var shown = new LinkedHashMap<String, Object>();
        shown.put("protocol", protocol);
        shown.put("port", (long) port.port());
        shown.put("targetPort", 0L);
        return shown;
    }

    private static void portName(
            ServicePort port, FieldPath path, boolean required, Set<String> names, List<FieldError> errors) {
        var name = port.name();
        if (name == null) {
            if (required) {
                errors.add(FieldError.required(path, ""));
            }
            return;
        }
        for (var complaint : Names.dnsLabel(name)) {
            errors.add(FieldError.invalid(path, name, complaint));
        }
        if (!names.add(name)) {
            errors.add(FieldError.duplicate(path, name));
        }
    }

    private static void targetPort(ServicePort port, FieldPath path, List<FieldError> errors) {
        var target = port.targetPort();
        var complaints = target.isInt() ? Names.portNumber(target.intValue()) : Names.portName(target.toString());
        for (var complaint : complaints) {
            errors.add(FieldError.invalid(
                    path, target.isInt() ? (Object) (long) target.intValue() : target.toString(), complaint));
        }
    }

    private static void affinity(Service service, List<FieldError> errors) {
        var config = service.spec().sessionAffinityConfig();
        if (config == null || config.clientIP() == null || config.clientIP().timeoutSeconds() == null) {
            return;
        }
        int seconds = config.clientIP().timeoutSeconds();
        if (seconds <= 0 || seconds > 86400) {
            errors.add(FieldError.invalid(
                    SPEC.child("sessionAffinityConfig", "clientIP", "timeoutSeconds"),
                    (long) seconds,
                    "must be greater than 0 and less than 86400"));
        }
    }

    private static void policies(Service service, String type, List<FieldError> errors) {
        var spec = service.spec();
        var both = List.of("Cluster", "Local");
        boolean reachable = type.equals(Service.Type.NODE_PORT)
                || type.equals(Service.Type.LOAD_BALANCER)
                || !spec.externalIPs().isEmpty();
        if (spec.externalTrafficPolicy() != null && !reachable) {
            errors.add(FieldError.invalid(
                    SPEC.child("externalTrafficPolicy"),
                    spec.externalTrafficPolicy(),
                    "may only be set for externally-accessible services"));
        } else {
            oneOf("externalTrafficPolicy", spec.externalTrafficPolicy(), both, errors);
        }
        oneOf("internalTrafficPolicy", spec.internalTrafficPolicy(), both, errors);
        oneOf(
                "trafficDistribution",
                spec.trafficDistribution(),
                List.of(TrafficHints.PREFER_CLOSE, TrafficHints.PREFER_SAME_NODE, TrafficHints.PREFER_SAME_ZONE),
                errors);
        if (type.equals(Service.Type.LOAD_BALANCER)) {
            return;
        }
        var only = "may only be used when `type` is 'LoadBalancer'";
        if (spec.allocateLoadBalancerNodePorts() != null) {
            errors.add(FieldError.forbidden(SPEC.child("allocateLoadBalancerNodePorts"), only));
        }
        if (!spec.loadBalancerSourceRanges().isEmpty()) {
            errors.add(FieldError.forbidden(SPEC.child("loadBalancerSourceRanges"), only));
        }
        if (spec.loadBalancerClass() != null) {
            errors.add(FieldError.forbidden(SPEC.child("loadBalancerClass"), only));
        }
    }

    private static void oneOf(String field, @Nullable String value, List<String> supported, List<FieldError> errors) {
        if (value != null && !supported.contains(value)) {
            errors.add(FieldError.notSupported(SPEC.child(field), value, supported));
        }
    }
}
