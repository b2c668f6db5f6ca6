package io.kubelayers.application.discovery;

import io.kubelayers.nucleus.core.Protocol;
import io.kubelayers.nucleus.validation.FieldErrors;
import io.kubelayers.nucleus.validation.FieldPath;
import io.kubelayers.nucleus.validation.Ips;
import io.kubelayers.nucleus.validation.MetaRules;
import io.kubelayers.nucleus.validation.Names;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What may be wrong with a Service ({@code ValidateService} in {@code pkg/apis/core/validation}). */
final class ServiceChecks {
    static final FieldPath SPEC = FieldPath.of("spec");
    static final String ONLY_LOAD_BALANCER = "may only be used when `type` is 'LoadBalancer'";
    static final List<String> PROTOCOLS = List.of(Protocol.SCTP, Protocol.TCP, Protocol.UDP);

    private static final String HINTS = "service.kubernetes.io/topology-aware-hints";
    private static final String MODE = "service.kubernetes.io/topology-mode";
    private static final FieldPath PORTS = SPEC.child("ports");
    private static final List<String> TYPES = List.of(
            Service.Type.CLUSTER_IP, Service.Type.EXTERNAL_NAME, Service.Type.LOAD_BALANCER, Service.Type.NODE_PORT);

    private final Service service;
    private final Service.Spec spec;
    private final @Nullable Service old;
    private final FieldErrors errors;

    private ServiceChecks(Service service, @Nullable Service old, FieldErrors errors) {
        this.service = service;
        this.spec = service.spec();
        this.old = old;
        this.errors = errors;
    }

    static void check(Service service, @Nullable Service old, FieldErrors errors) {
        new ServiceChecks(service, old, errors).check();
    }

    private void check() {
        annotations();
        if (spec.ports().isEmpty() && !isHeadless(service) && !is(Service.Type.EXTERNAL_NAME)) {
            errors.required(PORTS);
        }
        byType();
        ports();
        errors.addAll(MetaRules.labels(SPEC.child("selector"), spec.selector()));
        affinity();
        ServiceAddressChecks.check(service, errors);
        externalIps();
        errors.requiredOneOf(SPEC.child("type"), spec.type(), TYPES);
        nodePorts();
        duplicates();
        new ServiceTrafficChecks(service, old, errors).check();
    }

    private void annotations() {
        var annotations = service.metadata().annotations();
        var mode = annotations.get(MODE);
        var hints = annotations.get(HINTS);
        if (mode != null && hints != null && !mode.equals(hints)) {
            errors.invalid(
                    FieldPath.of("metadata", "annotations").key(MODE),
                    mode,
                    "must match annotations[" + HINTS + "] when both are specified");
        }
    }

    private void byType() {
        if (isHeadless(service) && (is(Service.Type.LOAD_BALANCER) || is(Service.Type.NODE_PORT))) {
            errors.invalid(
                    SPEC.child("clusterIPs").index(0),
                    spec.clusterIPs().get(0),
                    "may not be set to 'None' for " + spec.type() + " services");
        }
        if (!is(Service.Type.EXTERNAL_NAME)) {
            return;
        }
        var notSet = "may not be set for ExternalName services";
        if (!spec.clusterIPs().isEmpty()) {
            errors.forbidden(SPEC.child("clusterIPs"), notSet);
        }
        if (!spec.ipFamilies().isEmpty()) {
            errors.forbidden(SPEC.child("ipFamilies"), notSet);
        }
        if (spec.ipFamilyPolicy() != null) {
            errors.forbidden(SPEC.child("ipFamilyPolicy"), notSet);
        }
        var name = spec.externalName() == null ? "" : spec.externalName();
        var domain = name.endsWith(".") ? name.substring(0, name.length() - 1) : name;
        if (domain.isEmpty()) {
            errors.required(SPEC.child("externalName"));
        } else {
            errors.invalid(SPEC.child("externalName"), domain, Names.dnsSubdomain(domain));
        }
    }

    private void ports() {
        Set<String> names = new HashSet<>();
        for (int i = 0; i < spec.ports().size(); i++) {
            var port = spec.ports().get(i);
            var path = PORTS.index(i);
            name(port, path.child("name"), names);
            errors.invalid(path.child("port"), port.port(), Names.portNumber(port.port()));
            errors.requiredOneOf(path.child("protocol"), port.protocol(), PROTOCOLS);
            var target = port.targetPort();
            errors.invalid(
                    path.child("targetPort"),
                    target,
                    target.isInt() ? Names.portNumber(target.intValue()) : Names.portName(target.toString()));
            if (port.appProtocol() != null) {
                errors.invalid(path.child("appProtocol"), port.appProtocol(), Names.qualifiedName(port.appProtocol()));
            }
        }
    }

    private void name(ServicePort port, FieldPath path, Set<String> names) {
        var name = port.name();
        if (name == null) {
            if (spec.ports().size() > 1) {
                errors.required(path);
            }
            return;
        }
        errors.invalid(path, name, Names.dnsLabel(name));
        if (!names.add(name)) {
            errors.duplicate(path, name);
        }
    }

    private void affinity() {
        errors.requiredOneOf(
                SPEC.child("sessionAffinity"),
                spec.sessionAffinity(),
                List.of(Service.Affinity.CLIENT_IP, Service.Affinity.NONE));
        var path = SPEC.child("sessionAffinityConfig");
        var config = spec.sessionAffinityConfig();
        if (Service.Affinity.NONE.equals(spec.sessionAffinity()) && config != null) {
            errors.forbidden(path, "must not be set when session affinity is None");
        }
        if (!Service.Affinity.CLIENT_IP.equals(spec.sessionAffinity())) {
            return;
        }
        var when = "when session affinity type is ClientIP";
        if (config == null) {
            errors.required(path, when);
        } else if (config.clientIP() == null) {
            errors.required(path.child("clientIP"), when);
        } else if (config.clientIP().timeoutSeconds() == null) {
            errors.required(path.child("clientIP", "timeoutSeconds"), when);
        } else {
            int seconds = config.clientIP().timeoutSeconds();
            if (seconds <= 0 || seconds > 86400) {
                errors.invalid(
                        path.child("clientIP", "timeoutSeconds"),
                        seconds,
                        "must be greater than 0 and less than 86400");
            }
        }
    }

    private void externalIps() {
        for (int i = 0; i < spec.externalIPs().size(); i++) {
            var path = SPEC.child("externalIPs").index(i);
            var ip = spec.externalIPs().get(i);
            var complaints = Names.ip(ip);
            errors.invalid(path, ip, complaints.isEmpty() ? Ips.notReachable(ip) : complaints);
        }
    }

    private void nodePorts() {
        if (is(Service.Type.CLUSTER_IP)) {
            for (int i = 0; i < spec.ports().size(); i++) {
                if (spec.ports().get(i).nodePort() != 0) {
                    errors.forbidden(PORTS.index(i).child("nodePort"), "may not be used when `type` is 'ClusterIP'");
                }
            }
        }
    }

    private void duplicates() {
        Set<String> nodePorts = new HashSet<>();
        for (int i = 0; i < spec.ports().size(); i++) {
            var port = spec.ports().get(i);
            if (port.nodePort() != 0 && !nodePorts.add(port.protocol() + "/" + port.nodePort())) {
                errors.duplicate(PORTS.index(i).child("nodePort"), port.nodePort());
            }
        }
        Set<String> numbers = new HashSet<>();
        for (int i = 0; i < spec.ports().size(); i++) {
            var port = spec.ports().get(i);
            if (!numbers.add(port.protocol() + "/" + port.port())) {
                errors.duplicate(PORTS.index(i), shown(port));
            }
        }
    }

    /** A port as upstream shows a duplicate: by protocol and number alone. */
    private static Object shown(ServicePort port) {
        var shown = new LinkedHashMap<String, @Nullable Object>();
        shown.put("Name", "");
        shown.put("Protocol", port.protocol());
        shown.put("AppProtocol", null);
        shown.put("Port", port.port());
        shown.put("TargetPort", 0);
        shown.put("NodePort", 0);
        return shown;
    }

    private boolean is(String type) {
        return type.equals(spec.type());
    }

    /** Whether a service has no address of its own: its one cluster IP is None. */
    static boolean isHeadless(Service service) {
        return service.spec().clusterIPs().equals(List.of(ServiceAllocation.NONE));
    }
}
