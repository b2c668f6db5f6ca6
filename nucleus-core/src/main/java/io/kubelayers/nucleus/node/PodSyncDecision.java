package io.kubelayers.nucleus.node;

import io.kubelayers.nucleus.core.Pod;
import io.kubelayers.nucleus.explain.Explained;
import io.kubelayers.nucleus.explain.Finding;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the agent does next for a pod, and why.
 *
 * @param pod the pod in question
 * @param actions what to do now; as long as there are any, the rest is not final and the pod is to be looked at again
 * @param status the pod's status as things stand
 * @param notices events to record
 * @param reasons why, one sentence each
 * @param ended whether the pod has ended: nothing of it runs and nothing will
 * @param lookAgainAt when to look again without a change, null for never
 * @param memory what to remember
 */
public record PodSyncDecision(
        Pod pod,
        List<PodAction> actions,
        Pod.Status status,
        List<PodNotice> notices,
        List<Finding> reasons,
        boolean ended,
        @Nullable Instant lookAgainAt,
        AgentPod memory)
        implements Explained {
    public PodSyncDecision {
        actions = List.copyOf(actions);
        notices = List.copyOf(notices);
        reasons = List.copyOf(reasons);
    }

    @Override
    public String explain() {
        var sentences = new ArrayList<String>();
        for (var reason : reasons) {
            sentences.add(reason.subject().isEmpty() ? reason.message() : reason.subject() + ": " + reason.message());
        }
        return sentences.isEmpty() ? "nothing to do" : String.join("; ", sentences);
    }

    @Override
    public Finding finding() {
        return Finding.note(
                        "PodSync",
                        "pod/" + pod.metadata().nameOrEmpty(),
                        "phase " + status.phase() + (actions.isEmpty() ? "" : ", " + actions.size() + " actions"))
                .because(reasons);
    }
}
