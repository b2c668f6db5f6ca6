package io.kubelayers.nucleus.pod;

import io.kubelayers.nucleus.affinity.NodeSelectorRules;
import io.kubelayers.nucleus.affinity.TaintRules;
import io.kubelayers.nucleus.core.Affinity;
import io.kubelayers.nucleus.core.PodSpec;
import io.kubelayers.nucleus.core.PodSpec.DNSPolicy;
import io.kubelayers.nucleus.core.PodSpec.RestartPolicy;
import io.kubelayers.nucleus.core.PreemptionPolicy;
import io.kubelayers.nucleus.meta.ObjectMeta;
import io.kubelayers.nucleus.resources.ResourceRules;
import io.kubelayers.nucleus.validation.FieldError;
import io.kubelayers.nucleus.validation.FieldPath;
import io.kubelayers.nucleus.validation.MetaRules;
import io.kubelayers.nucleus.validation.Names;
import java.util.HashSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is wrong with the spec of a pod or of a pod template, in upstream's order and words (core/validation/validation.go,
 * {@code ValidatePodSpec}). Each group of rules has a class of its own; what is valid costs no text.
 */
final class PodSpecChecks {
    private static final List<String> RESTART_POLICIES =
            List.of(RestartPolicy.ALWAYS, RestartPolicy.ON_FAILURE, RestartPolicy.NEVER);
    private static final List<String> DNS_POLICIES =
            List.of(DNSPolicy.CLUSTER_FIRST_WITH_HOST_NET, DNSPolicy.CLUSTER_FIRST, DNSPolicy.DEFAULT, DNSPolicy.NONE);
    private static final List<String> PREEMPTION_POLICIES =
            List.of(PreemptionPolicy.PREEMPT_LOWER_PRIORITY, PreemptionPolicy.NEVER);

    private PodSpecChecks() {}

    /**
     * Adds what is wrong.
     *
     * @param pod metadata of the pod; null in a template, some rules of which are laxer
     */
    static void check(FieldPath path, PodSpec spec, @Nullable ObjectMeta pod, List<FieldError> errors) {
        if (spec.terminationGracePeriodSeconds() == null) {
            errors.add(FieldError.required(path.child("terminationGracePeriodSeconds"), ""));
        }
        var volumes = VolumeChecks.check(path.child("volumes"), spec.volumes(), pod, errors);
        var claims = PodClaimChecks.names(spec);
        PodClaimChecks.check(path.child("resourceClaims"), spec.resourceClaims(), pod, errors);
        new ContainerChecks(path, spec, volumes, claims, errors).check();
        PodLevelChecks.check(path, spec, claims, errors);
        hostPorts(path.child("containers"), spec, pod != null, errors);
        choice(path.child("restartPolicy"), spec.restartPolicy(), RESTART_POLICIES, errors);
        choice(path.child("dnsPolicy"), spec.dnsPolicy(), DNS_POLICIES, errors);
        if (!spec.nodeSelector().isEmpty()) {
            errors.addAll(MetaRules.labels(path.child("nodeSelector"), spec.nodeSelector()));
        }
        PodSecurityChecks.check(path.child("securityContext"), spec, errors);
        if (spec.affinity() != null) {
            affinity(path.child("affinity"), spec.affinity(), errors);
        }
        HostnameChecks.dnsConfig(path.child("dnsConfig"), spec, errors);
        gates(path, spec, errors);
        SpreadChecks.check(path.child("topologySpreadConstraints"), spec.topologySpreadConstraints(), errors);
        WindowsChecks.hostProcess(path, spec, errors);
        HostUsersChecks.check(path, spec, errors);
        HostnameChecks.override(path, spec, errors);
        names(path, spec, errors);
        osAndRest(path, spec, errors);
    }

    private static void hostPorts(FieldPath path, PodSpec spec, boolean isPod, List<FieldError> errors) {
        for (int i = 0; spec.hostNetwork() && i < spec.containers().size(); i++) {
            var ports = spec.containers().get(i).ports();
            for (int j = 0; j < ports.size(); j++) {
                var port = ports.get(j);
                if ((isPod || port.hostPort() != 0) && port.hostPort() != port.containerPort()) {
                    errors.add(FieldError.invalid(
                            path.index(i).child("ports").index(j).child("hostPort"),
                            port.hostPort(),
                            "must match `containerPort` when `hostNetwork` is true"));
                }
            }
        }
    }

    /** A value that must be set, to one of these. */
    static void choice(FieldPath path, @Nullable String value, List<String> supported, List<FieldError> errors) {
        if (value == null || value.isEmpty()) {
            errors.add(FieldError.required(path, ""));
        } else if (!supported.contains(value)) {
            errors.add(FieldError.notSupported(path, value, supported));
        }
    }

    /** A value that, if it is set, must be one of these. */
    static void choiceIfSet(FieldPath path, @Nullable String value, List<String> supported, List<FieldError> errors) {
        if (value != null && !supported.contains(value)) {
            errors.add(FieldError.notSupported(path, value, supported));
        }
    }

    private static void affinity(FieldPath path, Affinity affinity, List<FieldError> errors) {
        if (affinity.nodeAffinity() != null) {
            NodeSelectorRules.nodeAffinity(path.child("nodeAffinity"), affinity.nodeAffinity(), errors);
        }
        if (affinity.podAffinity() != null) {
            var pods = affinity.podAffinity();
            PodAffinityChecks.check(
                    path.child("podAffinity"),
                    pods.requiredDuringSchedulingIgnoredDuringExecution(),
                    pods.preferredDuringSchedulingIgnoredDuringExecution(),
                    errors);
        }
        if (affinity.podAntiAffinity() != null) {
            var pods = affinity.podAntiAffinity();
            PodAffinityChecks.check(
                    path.child("podAntiAffinity"),
                    pods.requiredDuringSchedulingIgnoredDuringExecution(),
                    pods.preferredDuringSchedulingIgnoredDuringExecution(),
                    errors);
        }
    }

    private static void gates(FieldPath path, PodSpec spec, List<FieldError> errors) {
        for (int i = 0; i < spec.readinessGates().size(); i++) {
            var type = spec.readinessGates().get(i).conditionType();
            MetaRules.invalid(
                    path.child("readinessGates").index(i).child("conditionType"),
                    type,
                    Names.qualifiedName(type),
                    errors);
        }
        if (spec.schedulingGates().isEmpty()) {
            return;
        }
        var seen = new HashSet<String>();
        for (int i = 0; i < spec.schedulingGates().size(); i++) {
            var gate = spec.schedulingGates().get(i).name();
            var at = path.child("schedulingGates").index(i);
            MetaRules.invalid(at, gate, Names.qualifiedName(gate), errors);
            if (!seen.add(gate)) {
                errors.add(FieldError.duplicate(at, gate));
            }
        }
    }

    private static void names(FieldPath path, PodSpec spec, List<FieldError> errors) {
        subdomain(path, "serviceAccountName", spec.serviceAccountName(), errors);
        subdomain(path, "nodeName", spec.nodeName(), errors);
        var deadline = spec.activeDeadlineSeconds();
        if (deadline != null) {
            for (var complaint : Names.inRange(deadline, 1, Integer.MAX_VALUE)) {
                errors.add(FieldError.invalid(path.child("activeDeadlineSeconds"), deadline, complaint));
            }
        }
        HostnameChecks.labels(path, spec, errors);
        TaintRules.tolerations(path.child("tolerations"), spec.tolerations(), errors);
        HostnameChecks.aliases(path.child("hostAliases"), spec.hostAliases(), errors);
        subdomain(path, "priorityClassName", spec.priorityClassName(), errors);
        subdomain(path, "runtimeClassName", spec.runtimeClassName(), errors);
    }

    private static void subdomain(FieldPath path, String field, @Nullable String name, List<FieldError> errors) {
        if (name != null) {
            var complaints = Names.dnsSubdomain(name);
            if (!complaints.isEmpty()) {
                MetaRules.invalid(path.child(field), name, complaints, errors);
            }
        }
    }

    private static void osAndRest(FieldPath path, PodSpec spec, List<FieldError> errors) {
        if (spec.preemptionPolicy() != null) {
            choice(path.child("preemptionPolicy"), spec.preemptionPolicy(), PREEMPTION_POLICIES, errors);
        }
        if (!spec.overhead().isEmpty()) {
            ResourceRules.limits(path.child("overhead"), spec.overhead(), errors);
        }
        WindowsChecks.os(path, spec, errors);
        EnvChecks.fileVolumes(path, spec, errors);
    }
}
