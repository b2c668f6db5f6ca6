package io.kubelayers.nucleus.nodelifecycle;

import io.kubelayers.nucleus.control.ControllerContext;
import io.kubelayers.nucleus.control.Reconciler;
import io.kubelayers.nucleus.control.Request;
import io.kubelayers.nucleus.control.Requeue;
import io.kubelayers.nucleus.core.ConditionStatus;
import io.kubelayers.nucleus.core.Node;
import io.kubelayers.nucleus.core.Pod;
import io.kubelayers.nucleus.core.PodConditionBuilder;
import io.kubelayers.nucleus.core.PodConditionType;
import io.kubelayers.nucleus.pod.PodConditions;
import java.time.Duration;
import java.time.Instant;

/** Deletes pods whose stay on a tainted node is over; remembers since when each of them has been on the way out. */
final class TaintEvictionReconciler implements Reconciler {
    private final ControllerContext context;

    TaintEvictionReconciler(ControllerContext context) {
        this.context = context;
    }

    @Override
    public Requeue reconcile(Request request) {
        var found = context.informers().lister(Pod.class).get(request.namespace(), request.name());
        var key = request.toString();
        var bound = found.map(pod -> pod.spec().nodeName()).orElse(null);
        if (found.isEmpty() || bound == null) {
            context.memory().forget(key);
            return Requeue.never();
        }
        var pod = found.get();
        var node = context.informers().lister(Node.class).get("", bound);
        if (node.isEmpty() || pod.metadata().isBeingDeleted()) {
            context.memory().forget(key);
            return Requeue.never();
        }
        var stay = TaintEviction.of(pod, node.get()).stay();
        var since = context.memory().get(key, Instant.class);
        if (stay == null) {
            if (since.isPresent()) {
                context.memory().forget(key);
                context.events().normal(pod, "TaintManagerEviction", "Cancelling deletion of Pod " + key);
            }
            return Requeue.never();
        }
        var now = context.runtime().now();
        var end = since.orElse(now).plus(stay);
        if (end.isAfter(now)) {
            context.memory().put(key, since.orElse(now));
            return Requeue.after(Duration.between(now, end));
        }
        context.memory().forget(key);
        evict(pod);
        return Requeue.never();
    }

    private void evict(Pod pod) {
        context.events().normal(pod, "TaintManagerEviction", "Marking for deletion Pod " + Request.of(pod));
        var target = PodConditionBuilder.builder()
                .type(PodConditionType.DISRUPTION_TARGET)
                .status(ConditionStatus.TRUE)
                .reason("DeletionByTaintManager")
                .message("Taint manager: deleting due to NoExecute taint")
                .lastTransitionTime(context.runtime().timestamp())
                .observedGeneration(pod.metadata().generation())
                .build();
        context.client().updateStatus(pod.withStatus(PodConditions.with(pod.status(), target)));
        context.client().delete(pod);
    }
}
