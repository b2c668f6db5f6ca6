package io.kubelayers.governance.disruption;

import io.kubelayers.nucleus.explain.Explained;
import io.kubelayers.nucleus.explain.Finding;
import io.kubelayers.nucleus.meta.Status;
import io.kubelayers.nucleus.value.Absent;
import org.jspecify.annotations.Nullable;

/**
 * Whether a pod may be evicted now, and what that takes.
 *
 * @param verdict the answer
 * @param pod name of the pod
 * @param budget name of the budget that decided; "" if none had a say
 * @param charged the budget with the eviction entered in its status, to be written before the pod is deleted; null if the
 *     eviction costs the budget nothing
 * @param onlyIfUnchanged delete only the very version of the pod that was judged, since it may become ready meanwhile
 * @param why the rule that decided, in one sentence
 * @param response what the client is told
 */
public record EvictionDecision(
        Verdict verdict,
        String pod,
        String budget,
        @Nullable PodDisruptionBudget charged,
        boolean onlyIfUnchanged,
        String why,
        Status response)
        implements Explained {
    /** The answer to an eviction. */
    public enum Verdict {
        /** The pod may go: write the charged budget if there is one, then delete the pod. */
        GRANTED,
        /** The budget has nothing left: try again later (429). */
        NOT_NOW,
        /** The budget's status makes no sense (403). */
        FORBIDDEN,
        /** More than one budget covers the pod, which evictions can't handle (500). */
        UNSUPPORTED
    }

    /** Whether the pod may be deleted. */
    public boolean granted() {
        return verdict == Verdict.GRANTED;
    }

    /** The client's message, with the cause where one is given; for a granted eviction the rule. */
    @Override
    public String explain() {
        if (granted()) {
            return why;
        }
        var message = Absent.text(response.message());
        var details = response.details();
        return details == null || details.causes().isEmpty()
                ? message
                : message + " " + details.causes().get(0).message();
    }

    @Override
    public Finding finding() {
        var subject = "pod/" + pod;
        var root =
                granted() ? Finding.pass("Eviction", subject, explain()) : Finding.fail("Eviction", subject, explain());
        return budget.isEmpty()
                ? root
                : root.because(Finding.note("PodDisruptionBudget", "poddisruptionbudget/" + budget, why));
    }
}
