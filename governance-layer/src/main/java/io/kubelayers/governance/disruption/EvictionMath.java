package io.kubelayers.governance.disruption;

import io.kubelayers.governance.disruption.EvictionDecision.Verdict;
import io.kubelayers.governance.disruption.PodDisruptionBudget.UnhealthyPodEvictionPolicyType;
import io.kubelayers.nucleus.core.Pod;
import io.kubelayers.nucleus.errors.ApiErrors;
import io.kubelayers.nucleus.errors.ApiException;
import io.kubelayers.nucleus.meta.ConditionStatus;
import io.kubelayers.nucleus.meta.Status;
import io.kubelayers.nucleus.meta.StatusBuilder;
import io.kubelayers.nucleus.selector.InvalidSelectorException;
import io.kubelayers.nucleus.selector.Selector;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Whether a pod may be evicted, as a pure function of the pod and the budgets of its namespace (upstream
 * {@code registry/core/pod/storage/eviction.go}).
 *
 * <p>The rules, first match decides: pods that disrupt nothing any more (finished, pending, terminating) may always go; two
 * budgets on a pod are refused; an unready pod may go if the budget says AlwaysAllow or is met without it; else the budget is
 * charged, if it has something left.
 */
public final class EvictionMath {
    /** Granted evictions a budget remembers at most before its controller must catch up. */
    public static final int MAX_DISRUPTED_PODS = 2000;

    /** Type of the cause that names the budget. */
    static final String CAUSE = "DisruptionBudget";

    private static final ApiErrors.Resource BUDGETS = new ApiErrors.Resource("policy", "poddisruptionbudget");
    private static final String REFUSAL = "Cannot evict pod as it would violate the pod's disruption budget.";
    private static final Status SUCCESS =
            StatusBuilder.builder(Status.EMPTY).status("Success").code(201).build();

    private EvictionMath() {}

    /**
     * Whether the pod may be evicted.
     *
     * @param budgets budgets of the pod's namespace, with their status
     */
    public static EvictionDecision decide(Pod pod, List<PodDisruptionBudget> budgets, Instant now) {
        var name = pod.metadata().nameOrEmpty();
        if (PodHealth.isFinished(pod) || PodHealth.isTerminating(pod)) {
            return granted(name, "", null, false, "the pod has ended or is on its way out, budgets don't matter");
        }
        if (Pod.Phase.PENDING.equals(pod.status().phase())) {
            return granted(name, "", null, true, "the pod is pending, budgets don't matter");
        }
        var covering = covering(pod, budgets);
        if (covering.isEmpty()) {
            return granted(name, "", null, false, "no disruption budget covers the pod");
        }
        if (covering.size() > 1) {
            return severalBudgets(name, covering);
        }
        var budget = covering.get(0);
        return PodHealth.isReady(pod) ? charge(name, budget, now) : unready(name, budget, now);
    }

    /** The budgets whose selector picks the pod. One without a selector or with a wrong one picks none, an empty one all. */
    static List<PodDisruptionBudget> covering(Pod pod, List<PodDisruptionBudget> budgets) {
        var covering = new ArrayList<PodDisruptionBudget>();
        for (var budget : budgets) {
            if (Objects.equals(budget.metadata().namespace(), pod.metadata().namespace()) && covers(budget, pod)) {
                covering.add(budget);
            }
        }
        return covering;
    }

    private static boolean covers(PodDisruptionBudget budget, Pod pod) {
        try {
            return Selector.of(budget.spec().selector()).matches(pod.metadata().labels());
        } catch (InvalidSelectorException e) {
            return false;
        }
    }

    private static EvictionDecision severalBudgets(String pod, List<PodDisruptionBudget> covering) {
        var names = new ArrayList<String>();
        for (var budget : covering) {
            names.add(name(budget));
        }
        var response = StatusBuilder.builder(Status.EMPTY)
                .status("Failure")
                .code(500)
                .message(
                        "This pod has more than one PodDisruptionBudget, which the eviction subresource does not support.")
                .build();
        return new EvictionDecision(
                Verdict.UNSUPPORTED, pod, "", null, false, "covered by " + String.join(", ", names), response);
    }

    private static EvictionDecision unready(String pod, PodDisruptionBudget budget, Instant now) {
        if (UnhealthyPodEvictionPolicyType.ALWAYS_ALLOW.equals(budget.spec().unhealthyPodEvictionPolicy())) {
            return granted(
                    pod, name(budget), null, true, "the pod is not ready, and the budget always lets such pods go");
        }
        var status = budget.status();
        if (status.desiredHealthy() > 0 && status.currentHealthy() >= status.desiredHealthy()) {
            return granted(pod, name(budget), null, true, "the pod is not ready, and the budget is met without it");
        }
        return charge(pod, budget, now);
    }

    /** Takes one disruption off the budget, if it has one left. */
    private static EvictionDecision charge(String pod, PodDisruptionBudget budget, Instant now) {
        var name = name(budget);
        var status = budget.status();
        if (status.observedGeneration() < budget.metadata().generation()) {
            return stillProcessed(pod, name);
        }
        if (status.disruptionsAllowed() < 0) {
            return refused(
                    Verdict.FORBIDDEN,
                    pod,
                    name,
                    "the budget's status makes no sense",
                    ApiErrors.forbidden(BUDGETS, name, "pdb disruptions allowed is negative"));
        }
        if (status.disruptedPods().size() > MAX_DISRUPTED_PODS) {
            return refused(
                    Verdict.FORBIDDEN,
                    pod,
                    name,
                    "the disruption controller is far behind",
                    ApiErrors.forbidden(
                            BUDGETS,
                            name,
                            "DisruptedPods map too big - too many evictions not confirmed by PDB controller"));
        }
        if (status.disruptionsAllowed() == 0) {
            var why = exhausted(name, status);
            return refused(
                    Verdict.NOT_NOW,
                    pod,
                    name,
                    why,
                    ApiErrors.tooManyRequests(REFUSAL, 0).cause(CAUSE, why, null));
        }
        int left = status.disruptionsAllowed() - 1;
        var disrupted = new TreeMap<>(status.disruptedPods());
        disrupted.put(pod, now.truncatedTo(ChronoUnit.SECONDS));
        var charged = status.withDisruptionsAllowed(left).withDisruptedPods(disrupted);
        return granted(
                pod,
                name,
                budget.withStatus(left == 0 ? BudgetConditions.counted(charged, now) : charged),
                false,
                "the budget allowed " + status.disruptionsAllowed() + " disruptions, now " + left);
    }

    private static String exhausted(String name, PodDisruptionBudget.Status status) {
        var condition = BudgetConditions.disruptionAllowed(status);
        var reason = "";
        var said = "";
        if (condition != null && condition.status().equals(ConditionStatus.FALSE)) {
            reason = condition.reason();
            said = condition.message();
        }
        var subject = "The disruption budget " + name;
        if (!said.isEmpty() && reason.equals(BudgetConditions.SYNC_FAILED)) {
            // the numbers of a failed sync are old
            return subject + " does not allow evicting pods currently because it failed sync: " + said;
        }
        if (status.currentHealthy() <= status.desiredHealthy()) {
            return subject + " needs " + status.desiredHealthy() + " healthy pods and has " + status.currentHealthy()
                    + " currently";
        }
        var refusal = subject + " does not allow evicting pods currently";
        return said.isEmpty() ? refusal : refusal + " (" + reason + "): " + said;
    }

    /**
     * The answer while the controller has not seen the budget as it is now, and also when an unready pod changed between the
     * decision and the delete.
     */
    public static EvictionDecision stillProcessed(String pod, String budget) {
        var why = "The disruption budget " + budget + " is still being processed by the server.";
        return refused(
                Verdict.NOT_NOW,
                pod,
                budget,
                why,
                ApiErrors.tooManyRequests(REFUSAL, 10).cause(CAUSE, why, null));
    }

    private static EvictionDecision granted(
            String pod, String budget, @Nullable PodDisruptionBudget charged, boolean onlyIfUnchanged, String why) {
        return new EvictionDecision(Verdict.GRANTED, pod, budget, charged, onlyIfUnchanged, why, SUCCESS);
    }

    private static EvictionDecision refused(
            Verdict verdict, String pod, String budget, String why, ApiException error) {
        return new EvictionDecision(verdict, pod, budget, null, false, why, error.status());
    }

    private static String name(PodDisruptionBudget budget) {
        return budget.metadata().nameOrEmpty();
    }
}
