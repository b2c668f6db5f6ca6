package io.kubelayers.application.scheduling.framework;

import org.jspecify.annotations.Nullable;

/**
 * What a {@link PostFilterPlugin} answers.
 *
 * @param status success when room is being made; otherwise its reasons close the pod's message
 * @param nominatedNode the node the pod waits for, {@code ""} to clear an earlier nomination, null to leave it alone
 * @param plan whom preemption evicts; null if nobody
 */
public record PostFilterResult(Status status, @Nullable String nominatedNode, @Nullable PreemptionPlan plan) {
    /** Room is being made on this node. */
    public static PostFilterResult nominate(String node) {
        return new PostFilterResult(Status.success(), node, null);
    }

    /** Room is being made by evicting pods. */
    public static PostFilterResult evicting(PreemptionPlan plan) {
        return new PostFilterResult(Status.success(), plan.node(), plan);
    }

    /** No room can be made; an earlier nomination is void. */
    public static PostFilterResult unhelpful(String reason) {
        return new PostFilterResult(Status.unschedulable(reason), "", null);
    }

    /** No room is made now; an earlier nomination stands. */
    public static PostFilterResult rejected(Status status) {
        return new PostFilterResult(status, null, null);
    }
}
