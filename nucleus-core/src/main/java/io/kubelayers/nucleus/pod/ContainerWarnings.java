package io.kubelayers.nucleus.pod;

import io.kubelayers.nucleus.core.Container;
import io.kubelayers.nucleus.core.ContainerPort;
import io.kubelayers.nucleus.core.EnvVar;
import io.kubelayers.nucleus.core.PodSpec;
import io.kubelayers.nucleus.validation.FieldPath;
import io.kubelayers.nucleus.value.Quantity;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;

/** The part of the warnings about pods that looks at containers: first at each alone, then at the ports of all. */
final class ContainerWarnings {
    static final String NO_SECCOMP = "non-functional in v1.27+; use the \"seccompProfile\" field instead";
    private static final String SECCOMP = "container.seccomp.security.alpha.kubernetes.io/";

    private ContainerWarnings() {}

    /** A port, and where it is. */
    private record Port(FieldPath path, ContainerPort port) {}

    static void look(
            FieldPath spec,
            FieldPath annotations,
            Map<String, String> annotated,
            PodSpec pod,
            boolean template,
            List<String> warnings) {
        // pods without a template are told when their annotations become fields
        boolean unconfined = template
                && (pod.securityContext() == null || pod.securityContext().appArmorProfile() == null);
        each(spec.child("initContainers"), pod.initContainers(), annotations, annotated, unconfined, warnings);
        each(spec.child("containers"), pod.containers(), annotations, annotated, unconfined, warnings);
        var all = new HashMap<String, List<Port>>();
        ports(spec.child("initContainers"), pod.initContainers(), all, warnings);
        ports(spec.child("containers"), pod.containers(), all, warnings);
    }

    private static void each(
            FieldPath path,
            List<Container> containers,
            FieldPath annotations,
            Map<String, String> annotated,
            boolean unconfined,
            List<String> warnings) {
        for (int i = 0; i < containers.size(); i++) {
            var container = containers.get(i);
            if (!annotated.isEmpty()) {
                annotations(annotations, annotated, container, unconfined, warnings);
            }
            var resources = container.resources();
            if (!resources.requests().isEmpty() || !resources.limits().isEmpty()) {
                var limits = path.index(i).child("resources", "limits");
                var requests = path.index(i).child("resources", "requests");
                fraction(limits, resources.limits(), "memory", warnings);
                fraction(requests, resources.requests(), "memory", warnings);
                fraction(limits, resources.limits(), "ephemeral-storage", warnings);
                fraction(requests, resources.requests(), "ephemeral-storage", warnings);
            }
            if (container.env().size() > 1) {
                environment(path.index(i).child("env"), container.env(), warnings);
            }
        }
    }

    private static void annotations(
            FieldPath annotations,
            Map<String, String> annotated,
            Container container,
            boolean unconfined,
            List<String> warnings) {
        var context = container.securityContext();
        var seccomp = SECCOMP + container.name();
        if ((context == null || context.seccompProfile() == null) && annotated.containsKey(seccomp)) {
            warnings.add(annotations.key(seccomp) + ": " + NO_SECCOMP);
        }
        var appArmor = PodAnnotationChecks.APP_ARMOR + container.name();
        if (unconfined && (context == null || context.appArmorProfile() == null) && annotated.containsKey(appArmor)) {
            warnings.add(
                    annotations.key(appArmor) + ": deprecated since v1.30; use the \"appArmorProfile\" field instead");
        }
    }

    /** Amounts of bytes are whole. */
    static void fraction(FieldPath path, Map<String, Quantity> amounts, String resource, List<String> warnings) {
        var amount = amounts.get(resource);
        if (amount != null && amount.milliValue() % 1000 != 0) {
            warnings.add(
                    path.key(resource) + ": fractional byte value \"" + amount + "\" is invalid, must be an integer");
        }
    }

    private static void environment(FieldPath path, List<EnvVar> variables, List<String> warnings) {
        var seen = new HashSet<String>();
        for (int i = 0; i < variables.size(); i++) {
            var variable = variables.get(i);
            if (seen.add(variable.name())) {
                continue;
            }
            var value = variable.value() == null ? "" : variable.value();
            if (variable.valueFrom() != null || !value.contains("$(" + variable.name() + ")")) {
                warnings.add(path.index(i) + ": hides previous definition of \"" + variable.name()
                        + "\", which may be dropped when using apply");
            }
        }
    }

    private static void ports(
            FieldPath path, List<Container> containers, Map<String, List<Port>> all, List<String> warnings) {
        for (int i = 0; i < containers.size(); i++) {
            var ports = containers.get(i).ports();
            for (int j = 0; j < ports.size(); j++) {
                var here = new Port(path.index(i).child("ports").index(j), ports.get(j));
                port(here, all, warnings);
            }
        }
    }

    private static void port(Port here, Map<String, List<Port>> all, List<String> warnings) {
        var port = here.port();
        if (!ip(port).isEmpty() && port.hostPort() == 0) {
            warnings.add(here.path() + ": hostIP set without hostPort: {Name:"
                    + (port.name() == null ? "" : port.name())
                    + " HostPort:0 ContainerPort:" + port.containerPort() + " Protocol:" + port.protocol() + " HostIP:"
                    + ip(port) + "}");
        }
        var others = all.computeIfAbsent(port.containerPort() + "/" + port.protocol(), key -> new ArrayList<>(1));
        for (var other : others) {
            var kind = conflict(port, other.port());
            if (!kind.isEmpty()) {
                warnings.add(here.path() + ": " + kind + " port definition with " + other.path());
            }
        }
        others.add(here);
    }

    private static String conflict(ContainerPort port, ContainerPort other) {
        if (ip(port).equals(ip(other)) && port.hostPort() == other.hostPort()) {
            return "duplicate";
        }
        if (port.hostPort() == 0 || other.hostPort() == 0) {
            return "overlapping";
        }
        return port.hostPort() == other.hostPort()
                        && ip(port).isEmpty() != ip(other).isEmpty()
                ? "dangerously ambiguous"
                : "";
    }

    private static String ip(ContainerPort port) {
        return port.hostIP() == null ? "" : port.hostIP();
    }
}
