package io.kubelayers.nucleus.pod;

import io.kubelayers.nucleus.core.Container;
import io.kubelayers.nucleus.core.ContainerStatus;
import io.kubelayers.nucleus.core.Pod;
import io.kubelayers.nucleus.core.PodSpec;
import io.kubelayers.nucleus.validation.DualStack;
import io.kubelayers.nucleus.validation.FieldError;
import io.kubelayers.nucleus.validation.FieldPath;
import io.kubelayers.nucleus.validation.MetaRules;
import io.kubelayers.nucleus.validation.Names;
import io.kubelayers.nucleus.validation.ShownValue;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/** What is wrong with a change of a pod's status ({@code ValidatePodStatusUpdate}). */
final class PodStatusChecks {
    private static final FieldPath STATUS = FieldPath.of("status");
    private static final Set<String> KNOWN_CONDITIONS = Set.of("PodScheduled", "Ready", "Initialized");

    private PodStatusChecks() {}

    static List<FieldError> check(Pod pod, Pod old) {
        var errors = new ArrayList<FieldError>();
        PodUpdateChecks.annotations(pod, old, errors);
        var status = pod.status();
        conditions(status, errors);
        nominated(pod, old, errors);
        if (status.observedGeneration() < 0) {
            errors.add(FieldError.invalid(
                    STATUS.child("observedGeneration"), status.observedGeneration(), "must be a non-negative integer"));
        }
        if (!Objects.equals(status.qosClass(), old.status().qosClass())) {
            errors.add(FieldError.invalid(
                    STATUS.child("qosClass"),
                    status.qosClass() == null ? "" : status.qosClass(),
                    "field is immutable"));
        }
        transitions(pod, old, errors);
        claims(pod, errors);
        addresses(status, errors);
        ContainerStatusChecks.check(STATUS, pod, errors);
        return errors;
    }

    private static void conditions(Pod.Status status, List<FieldError> errors) {
        for (int i = 0; i < status.conditions().size(); i++) {
            var condition = status.conditions().get(i);
            var at = STATUS.child("conditions").index(i);
            if (condition.observedGeneration() < 0) {
                errors.add(FieldError.invalid(
                        at.child("observedGeneration"),
                        condition.observedGeneration(),
                        "must be a non-negative integer"));
            }
            if (!KNOWN_CONDITIONS.contains(condition.type())) {
                MetaRules.invalid(at.child("Type"), condition.type(), Names.qualifiedName(condition.type()), errors);
            }
        }
    }

    private static void nominated(Pod pod, Pod old, List<FieldError> errors) {
        var name = pod.status().nominatedNodeName();
        if (name == null || name.equals(old.status().nominatedNodeName())) {
            return;
        }
        var at = STATUS.child("nominatedNodeName");
        MetaRules.invalid(at, name, Names.dnsSubdomain(name), errors);
        if (old.spec().nodeName() != null) {
            errors.add(FieldError.forbidden(at, "may not be set on pods that are already bound to a node"));
        }
    }

    /** What has ended stays so, unless it is to be started again. */
    private static void transitions(Pod pod, Pod old, List<FieldError> errors) {
        var spec = old.spec();
        var now = pod.status();
        var before = old.status();
        transitions(
                STATUS.child("containerStatuses"),
                now.containerStatuses(),
                before.containerStatuses(),
                spec.containers(),
                spec,
                errors);
        transitions(
                STATUS.child("initContainerStatuses"),
                now.initContainerStatuses(),
                before.initContainerStatuses(),
                spec.initContainers(),
                spec,
                errors);
        transitions(
                STATUS.child("ephemeralContainerStatuses"),
                now.ephemeralContainerStatuses(),
                before.ephemeralContainerStatuses(),
                List.of(),
                spec,
                errors);
    }

    private static void transitions(
            FieldPath path,
            List<ContainerStatus> now,
            List<ContainerStatus> before,
            List<Container> containers,
            PodSpec spec,
            List<FieldError> errors) {
        for (int i = 0; i < before.size(); i++) {
            var ended = before.get(i).state().terminated();
            if (ended == null) {
                continue;
            }
            for (var status : now) {
                if (status.name().equals(before.get(i).name()) && status.state().terminated() == null) {
                    if (!Restarts.allowed(status.name(), containers, spec, ended.exitCode())) {
                        errors.add(FieldError.forbidden(
                                path.index(i).child("state"), "may not be transitioned to non-terminated state"));
                    }
                    break;
                }
            }
        }
    }

    private static void claims(Pod pod, List<FieldError> errors) {
        var known = new HashSet<String>();
        pod.spec().resourceClaims().forEach(claim -> known.add(claim.name()));
        var seen = new HashSet<String>();
        var statuses = pod.status().resourceClaimStatuses();
        for (int i = 0; i < statuses.size(); i++) {
            var status = statuses.get(i);
            var at = STATUS.child("resourceClaimStatuses").index(i);
            if (!known.contains(status.name())) {
                errors.add(FieldError.invalid(
                        at.child("name"), status.name(), "must match the name of an entry in `spec.resourceClaims`"));
            }
            if (!seen.add(status.name())) {
                errors.add(FieldError.duplicate(at.child("name"), status.name()));
            }
            var name = status.resourceClaimName();
            if (name != null) {
                // upstream names the field beside it
                MetaRules.invalid(at.child("name"), name, Names.dnsSubdomain(name), errors);
            }
        }
    }

    private static void addresses(Pod.Status status, List<FieldError> errors) {
        var pods = new ArrayList<String>();
        status.podIPs().forEach(address -> pods.add(address.ip()));
        var podPath = STATUS.child("podIPs");
        valid(podPath, pods, errors);
        DualStack.addresses(podPath, pods, ShownValue.of(status.podIPs()), errors);
        var hosts = new ArrayList<String>();
        status.hostIPs().forEach(address -> hosts.add(address.ip()));
        var hostPath = STATUS.child("hostIPs");
        if (!hosts.isEmpty() && !hosts.get(0).equals(status.hostIP() == null ? "" : status.hostIP())) {
            errors.add(FieldError.invalid(hostPath.index(0).child("ip"), hosts.get(0), "must be equal to `hostIP`"));
        }
        valid(hostPath, hosts, errors);
        DualStack.addresses(hostPath, hosts, ShownValue.of(status.hostIPs()), errors);
    }

    private static void valid(FieldPath path, List<String> addresses, List<FieldError> errors) {
        for (int i = 0; i < addresses.size(); i++) {
            MetaRules.invalid(path.index(i), addresses.get(i), Names.ip(addresses.get(i)), errors);
        }
    }
}
