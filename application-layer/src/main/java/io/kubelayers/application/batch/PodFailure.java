package io.kubelayers.application.batch;

import io.kubelayers.nucleus.core.ContainerStatus;
import io.kubelayers.nucleus.core.Pod;
import io.kubelayers.nucleus.explain.Explained;
import io.kubelayers.nucleus.explain.Finding;
import org.jspecify.annotations.Nullable;

/**
 * What a failed pod means for its Job, by the Job's pod failure policy.
 *
 * <p>The first rule that matches decides; no rule means the failure counts. Upstream source: {@code
 * pkg/controller/job/pod_failure_policy.go}.
 *
 * @param counts whether it counts towards backoffLimit
 * @param failJob why the whole Job fails at once; null if it does not
 * @param failsIndex whether the pod's index is not tried again, however many retries it has left
 * @param finding the rule that matched
 */
public record PodFailure(boolean counts, @Nullable String failJob, boolean failsIndex, Finding finding)
        implements Explained {
    private static final String CODE = "PodFailurePolicy";

    /** Asks the policy about a failed pod. */
    public static PodFailure of(JobSpec.@Nullable PodFailurePolicy policy, Pod pod) {
        var subject = "pod/" + pod.metadata().nameOrEmpty();
        if (policy != null) {
            for (int i = 0; i < policy.rules().size(); i++) {
                var rule = policy.rules().get(i);
                var what = matched(rule, pod);
                if (what != null) {
                    return of(rule.action(), what, i, subject);
                }
            }
        }
        return new PodFailure(true, null, false, Finding.note(CODE, subject, "no rule matches: the failure counts"));
    }

    private static PodFailure of(String action, String what, int index, String subject) {
        var message = what + " matching " + action + " rule at index " + index;
        boolean failJob = JobSpec.PodFailurePolicyAction.FAIL_JOB.equals(action);
        boolean failIndex = JobSpec.PodFailurePolicyAction.FAIL_INDEX.equals(action);
        var finding =
                failJob || failIndex ? Finding.fail(CODE, subject, message) : Finding.note(CODE, subject, message);
        return new PodFailure(
                !JobSpec.PodFailurePolicyAction.IGNORE.equals(action), failJob ? message : null, failIndex, finding);
    }

    /** What matched, as the message begins; null if the rule does not match. */
    private static @Nullable String matched(JobSpec.PodFailurePolicyRule rule, Pod pod) {
        var name = pod.metadata().namespaceOrEmpty() + "/" + pod.metadata().nameOrEmpty();
        if (rule.onExitCodes() != null) {
            for (var status : pod.status().containerStatuses()) {
                if (matches(rule.onExitCodes(), status)) {
                    return exit(status, name);
                }
            }
            for (var status : pod.status().initContainerStatuses()) {
                if (matches(rule.onExitCodes(), status)) {
                    return exit(status, name);
                }
            }
            return null;
        }
        for (var pattern : rule.onPodConditions()) {
            for (var condition : pod.status().conditions()) {
                var status = pattern.status().isEmpty() ? "True" : pattern.status();
                if (condition.type().equals(pattern.type())
                        && condition.status().equals(status)) {
                    return "Pod " + name + " has condition " + condition.type();
                }
            }
        }
        return null;
    }

    private static boolean matches(JobSpec.PodFailurePolicyOnExitCodesRequirement rule, ContainerStatus status) {
        var terminated = status.state().terminated();
        if (terminated == null || terminated.exitCode() == 0) {
            return false;
        }
        if (rule.containerName() != null && !rule.containerName().equals(status.name())) {
            return false;
        }
        boolean listed = rule.values().contains(terminated.exitCode());
        return rule.operator().equals(JobSpec.PodFailurePolicyOnExitCodesOperator.IN) == listed;
    }

    private static String exit(ContainerStatus status, String pod) {
        var terminated = status.state().terminated();
        return "Container " + status.name() + " for pod " + pod + " failed with exit code "
                + (terminated == null ? 0 : terminated.exitCode());
    }

    @Override
    public String explain() {
        return finding.message();
    }
}
