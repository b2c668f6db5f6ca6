package io.kubelayers.governance.podsecurity;

import io.kubelayers.governance.podsecurity.PodSecurityConfiguration.Exemptions;
import io.kubelayers.nucleus.admission.AdmissionRequest;
import io.kubelayers.nucleus.admission.AdmissionRequest.Operation;
import io.kubelayers.nucleus.core.Namespace;
import io.kubelayers.nucleus.core.Pod;
import io.kubelayers.nucleus.validation.InvalidFieldsException;
import io.kubelayers.nucleus.value.Remembered;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Decides what to answer to the write of a pod, of a workload with a pod template, or of a namespace.
 *
 * <p>Pods are held to all three policies of their namespace; workloads are only audited and warned about, since their
 * pods will be refused; namespaces must have readable labels, and a stricter one is warned about pods that run already.
 * Upstream: {@code admission/admission.go}.
 */
public final class PodSecurityReview {
    /** Subresources of pods that change nothing policies look at. */
    private static final Set<String> IGNORED =
            Set.of("exec", "attach", "binding", "eviction", "log", "portforward", "proxy", "status");

    private static final PodSecurityDecision PRIVILEGED =
            PodSecurityDecision.noting(PodSecurityDecision.ENFORCE_POLICY, LevelVersion.PRIVILEGED.toString());

    private final PodSecurity security;
    private final NamespacePolicy defaults;
    private final Remembered<Map<String, String>, NamespacePolicy.FromLabels> policies;
    private final Exemptions exemptions;

    public PodSecurityReview(PodSecurity security, PodSecurityConfiguration configuration) {
        this.security = security;
        this.defaults = configuration.defaults();
        this.policies = new Remembered<>(labels -> NamespacePolicy.read(labels, defaults));
        this.exemptions = configuration.exemptions();
    }

    /**
     * What to answer to the write of a pod.
     *
     * @param labels labels of its namespace
     */
    public PodSecurityDecision pod(AdmissionRequest request, Map<String, String> labels) {
        if (!looksAtPod(request)) {
            return PodSecurityDecision.NOTHING_TO_SAY;
        }
        var exempt = exemption(request);
        if (exempt != null) {
            return exempt;
        }
        var read = policies.apply(labels);
        if (read.errors().isEmpty() && read.policy().isPrivileged()) {
            return PRIVILEGED;
        }
        var pod = EmbeddedPod.of(request.object()).orElseThrow(() -> new IllegalArgumentException("not a pod"));
        if (request.operation() == Operation.UPDATE
                && request.object() instanceof Pod changed
                && request.oldObject() instanceof Pod old
                && !SignificantChange.between(changed, old)) {
            return PodSecurityDecision.NOTHING_TO_SAY;
        }
        return evaluate(read, pod, true);
    }

    /** Whether the write of a pod, or of a subresource of one, is anything to look at. */
    static boolean looksAtPod(AdmissionRequest request) {
        return !IGNORED.contains(request.subresource());
    }

    /**
     * What to answer to the write of an object that has a pod template.
     *
     * @param labels labels of its namespace
     */
    public PodSecurityDecision template(AdmissionRequest request, Map<String, String> labels) {
        if (!request.subresource().isEmpty()) {
            return PodSecurityDecision.NOTHING_TO_SAY;
        }
        var exempt = exemption(request);
        if (exempt != null) {
            return exempt;
        }
        var read = policies.apply(labels);
        if (read.errors().isEmpty()
                && read.policy().audit().isPrivileged()
                && read.policy().warn().isPrivileged()) {
            return PodSecurityDecision.NOTHING_TO_SAY;
        }
        return EmbeddedPod.of(request.object())
                .map(pod -> evaluate(read, pod, false))
                .orElse(PodSecurityDecision.NOTHING_TO_SAY);
    }

    /**
     * What to answer to the write of a namespace.
     *
     * @param pods the pods in it, asked for only if the new labels are stricter
     */
    public PodSecurityDecision namespace(AdmissionRequest request, Supplier<List<Pod>> pods) {
        if (!request.subresource().isEmpty() || !(request.object() instanceof Namespace namespace)) {
            return PodSecurityDecision.NOTHING_TO_SAY;
        }
        var read = NamespacePolicy.read(namespace.metadata().labels(), defaults);
        if (!(request.oldObject() instanceof Namespace old) || request.operation() != Operation.UPDATE) {
            return read.errors().isEmpty()
                    ? PodSecurityDecision.warning(exemptWarning(namespace, read.policy()))
                    : PodSecurityDecision.invalid(read.errors());
        }
        var before = NamespacePolicy.read(old.metadata().labels(), defaults);
        if (!read.errors().isEmpty()
                && !InvalidFieldsException.text(read.errors()).equals(InvalidFieldsException.text(before.errors()))) {
            return PodSecurityDecision.invalid(read.errors());
        }
        var enforce = read.policy().enforce();
        if (!isStricter(enforce, before.policy().enforce())) {
            return PodSecurityDecision.NOTHING_TO_SAY;
        }
        var name = namespace.metadata().nameOrEmpty();
        return PodSecurityDecision.warning(
                exemptions.namespaces().contains(name)
                        ? exemptWarning(namespace, read.policy())
                        : warnings(name, enforce, pods.get()));
    }

    /** Labels that will have no effect are worth a word. */
    private List<String> exemptWarning(Namespace namespace, NamespacePolicy policy) {
        var name = namespace.metadata().nameOrEmpty();
        if (!exemptions.namespaces().contains(name) || policy.isPrivileged() || policy.isEquivalentTo(defaults)) {
            return List.of();
        }
        return List.of("namespace \"" + name + "\" is exempt from Pod Security, and the policy ("
                + policy.labelled(namespace.metadata().labels()) + ") will be ignored");
    }

    /** What a namespace's pods would do against a policy, in the words of the warnings; empty if nothing. */
    public List<String> warnings(String namespace, LevelVersion enforce, List<Pod> pods) {
        return new ExistingPods(security, exemptions.runtimeClasses()).warnings(namespace, enforce, pods);
    }

    private static boolean isStricter(LevelVersion now, LevelVersion before) {
        if (now.equals(before) || now.isPrivileged()) {
            return false;
        }
        return !now.version().equals(before.version()) || now.level().compareTo(before.level()) > 0;
    }

    private @Nullable PodSecurityDecision exemption(AdmissionRequest request) {
        if (exemptions.namespaces().contains(request.namespace())) {
            return PodSecurityDecision.noting(PodSecurityDecision.EXEMPT, "namespace");
        }
        var user = request.user().username();
        return user != null && exemptions.usernames().contains(user)
                ? PodSecurityDecision.noting(PodSecurityDecision.EXEMPT, "user")
                : null;
    }

    private PodSecurityDecision evaluate(NamespacePolicy.FromLabels read, EmbeddedPod pod, boolean enforce) {
        var runtimeClass = pod.spec().runtimeClassName();
        if (runtimeClass != null && exemptions.runtimeClasses().contains(runtimeClass)) {
            return PodSecurityDecision.noting(PodSecurityDecision.EXEMPT, "runtimeClass");
        }
        var policy = read.policy();
        var annotations = new TreeMap<String, String>();
        if (!read.errors().isEmpty()) {
            annotations.put(
                    PodSecurityDecision.ERROR, "Failed to parse policy: " + InvalidFieldsException.text(read.errors()));
        }
        var results = new LinkedHashMap<LevelVersion, PodSecurityResult>();
        PodSecurityResult enforced = null;
        if (enforce) {
            annotations.put(PodSecurityDecision.ENFORCE_POLICY, policy.enforce().toString());
            enforced = result(policy.enforce(), pod, results);
        }
        var audited = result(policy.audit(), pod, results);
        if (!audited.allowed()) {
            annotations.put(PodSecurityDecision.AUDIT_VIOLATIONS, "would " + violate(audited));
        }
        List<String> warnings = List.of();
        if (enforced == null || enforced.allowed()) {
            var warned = result(policy.warn(), pod, results);
            warnings = warned.allowed() ? List.of() : List.of("would " + violate(warned));
        }
        return new PodSecurityDecision(enforced, List.of(), warnings, annotations);
    }

    private PodSecurityResult result(
            LevelVersion policy, EmbeddedPod pod, Map<LevelVersion, PodSecurityResult> results) {
        return results.computeIfAbsent(policy, one -> security.evaluate(one, pod.metadata(), pod.spec()));
    }

    private static String violate(PodSecurityResult result) {
        return "violate PodSecurity \"" + result.policy() + "\": " + result.forbiddenDetail();
    }
}
