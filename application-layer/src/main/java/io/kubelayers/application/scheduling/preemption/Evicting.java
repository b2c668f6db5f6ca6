package io.kubelayers.application.scheduling.preemption;

import io.kubelayers.application.scheduling.framework.ClusterActions;
import io.kubelayers.application.scheduling.framework.CycleState;
import io.kubelayers.application.scheduling.framework.PodInfo;
import io.kubelayers.application.scheduling.framework.PreemptionPlan;
import io.kubelayers.nucleus.core.Pod;
import io.kubelayers.nucleus.core.PodConditionBuilder;
import io.kubelayers.nucleus.errors.ApiException;
import io.kubelayers.nucleus.meta.ConditionStatus;
import io.kubelayers.nucleus.pod.PodConditions;
import java.util.Optional;

/**
 * Carries out a {@link PreemptionPlan}: marks and deletes the victims, and takes the nomination to that node from less
 * important pods, which then look elsewhere. Upstream: {@code prepareCandidate}.
 */
final class Evicting {
    static final String DISRUPTION_TARGET = "DisruptionTarget";
    static final String BY_SCHEDULER = "PreemptionByScheduler";

    private final ClusterActions actions;
    private final CycleState state;
    private final PodInfo pod;

    Evicting(ClusterActions actions, CycleState state, PodInfo pod) {
        this.actions = actions;
        this.state = state;
        this.pod = pod;
    }

    void carryOut(PreemptionPlan plan) {
        for (var victim : plan.victims().pods()) {
            evict(victim, plan.node());
        }
        for (var nominated : state.snapshot().nominated(plan.node())) {
            if (nominated.priority() < pod.priority()) {
                current(nominated)
                        .ifPresent(
                                found -> write(found.withStatus(found.status().withNominatedNodeName(null))));
            }
        }
    }

    private void evict(PodInfo victim, String node) {
        var found = current(victim);
        if (found.isEmpty() || found.get().metadata().isBeingDeleted()) {
            return; // it leaves anyway
        }
        if (found.get().spec().nodeName() == null) {
            state.sendBack(victim.key()); // it only waits to be bound
        } else {
            delete(found.get());
        }
        actions.event(
                found.get(),
                "Preempted",
                "Preempted by pod " + pod.pod().metadata().uid() + " on node " + node);
    }

    private void delete(Pod victim) {
        var scheduler = pod.spec().schedulerName();
        var condition = PodConditionBuilder.builder()
                .type(DISRUPTION_TARGET)
                .status(ConditionStatus.TRUE)
                .reason(BY_SCHEDULER)
                .message((scheduler == null ? "default-scheduler" : scheduler)
                        + ": preempting to accommodate a higher priority pod")
                .lastTransitionTime(actions.now())
                .build();
        write(victim.withStatus(PodConditions.with(victim.status(), condition)));
        try {
            actions.delete(victim);
        } catch (ApiException e) {
            if (!e.isNotFound()) {
                throw e;
            }
        }
    }

    private Optional<Pod> current(PodInfo known) {
        return state.objects()
                .find(Pod.class, known.namespace(), known.pod().metadata().nameOrEmpty());
    }

    private void write(Pod changed) {
        try {
            actions.updateStatus(changed);
        } catch (ApiException e) {
            if (!e.isNotFound() && !e.isConflict()) {
                throw e; // gone or changed meanwhile: what matters is that it is deleted
            }
        }
    }
}
