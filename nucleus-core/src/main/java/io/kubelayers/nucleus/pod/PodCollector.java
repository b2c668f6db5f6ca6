package io.kubelayers.nucleus.pod;

import io.kubelayers.nucleus.control.Change;
import io.kubelayers.nucleus.control.Controller;
import io.kubelayers.nucleus.control.ControllerContext;
import io.kubelayers.nucleus.control.Indexes;
import io.kubelayers.nucleus.control.Mapping;
import io.kubelayers.nucleus.control.Reconciler;
import io.kubelayers.nucleus.control.Request;
import io.kubelayers.nucleus.control.Requeue;
import io.kubelayers.nucleus.core.ConditionStatus;
import io.kubelayers.nucleus.core.Node;
import io.kubelayers.nucleus.core.Pod;
import io.kubelayers.nucleus.core.PodConditionBuilder;
import io.kubelayers.nucleus.core.PodConditionType;
import io.kubelayers.nucleus.errors.ApiException;
import io.kubelayers.nucleus.meta.DeleteOptionsBuilder;
import io.kubelayers.nucleus.meta.PreconditionsBuilder;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Removes pods that nobody else will: of nodes that are gone, without a node while they are being deleted, and the oldest
 * of too many that have ended. Upstream looks every 20 s; here a change gives the reason to look.
 */
public final class PodCollector implements Reconciler {
    /** How long a node must be gone, in case it comes back. */
    private static final Duration QUARANTINE = Duration.ofSeconds(40);

    /** Stands for all pods that have ended; no pod has such a name. */
    private static final Request ENDED = new Request("", "ended pods");

    private final ControllerContext context;

    private PodCollector(ControllerContext context) {
        this.context = context;
    }

    /** The collector as a controller. */
    public static Controller controller() {
        return Controller.named("pod-garbage-collector")
                .watching(Pod.class, PodCollector::ofPod)
                .watching(Node.class, PodCollector::ofNode)
                .reconcile(PodCollector::new);
    }

    private static Mapping<Pod> ofPod(ControllerContext context) {
        return (change, enqueue) -> {
            var pod = change.object();
            if (change.type() == Change.Type.DELETED) {
                return;
            }
            var previous = change.previous();
            var name = pod.spec().nodeName();
            boolean unbound = previous == null || previous.spec().nodeName() == null;
            boolean stray = name == null
                    ? pod.metadata().isBeingDeleted()
                    : unbound
                            && context.informers()
                                    .lister(Node.class)
                                    .get("", name)
                                    .isEmpty();
            if (stray) {
                enqueue.accept(Request.of(pod));
            }
            if (PodCollection.hasEnded(pod) && (previous == null || !PodCollection.hasEnded(previous))) {
                enqueue.accept(ENDED);
            }
        };
    }

    private static Mapping<Node> ofNode(ControllerContext context) {
        return (change, enqueue) -> {
            var previous = change.previous();
            if (change.type() == Change.Type.DELETED
                    || previous != null
                            && !previous.spec()
                                    .taints()
                                    .equals(change.object().spec().taints())) {
                podsOn(context, change.object().metadata().nameOrEmpty(), enqueue);
            }
        };
    }

    private static void podsOn(ControllerContext context, String node, Consumer<Request> enqueue) {
        for (var pod : context.informers().lister(Pod.class).byIndex(Indexes.POD_BY_NODE, node)) {
            enqueue.accept(Request.of(pod));
        }
    }

    @Override
    public Requeue reconcile(Request request) {
        if (request.equals(ENDED)) {
            for (var pod :
                    PodCollection.tooMany(context.informers().lister(Pod.class).list(), PodCollection.KEPT)) {
                remove(pod);
            }
            return Requeue.never();
        }
        var found = context.informers().lister(Pod.class).get(request.namespace(), request.name());
        return found.isEmpty() ? Requeue.never() : look(found.get());
    }

    private Requeue look(Pod pod) {
        var name = pod.spec().nodeName();
        Optional<Node> node = name == null
                ? Optional.empty()
                : context.informers().lister(Node.class).get("", name);
        var missing = "missing " + name;
        if (node.isPresent()) {
            context.memory().forget(missing);
        }
        var decision = PodCollection.of(pod, node);
        if (decision.isEmpty()) {
            return Requeue.never();
        }
        if (name != null && node.isEmpty()) {
            var now = context.runtime().now();
            var since = context.memory().get(missing, Instant.class).orElse(now);
            context.memory().put(missing, since);
            var end = since.plus(QUARANTINE);
            if (end.isAfter(now)) {
                return Requeue.after(Duration.between(now, end));
            }
        }
        var message = decision.get().message();
        if (!PodCollection.hasEnded(pod) && !(name == null)) {
            context.client().updateStatus(failed(pod, message));
        }
        remove(pod);
        return Requeue.never();
    }

    private Pod failed(Pod pod, String message) {
        var status = pod.status().withPhase(Pod.Phase.FAILED);
        return pod.withStatus(
                message.isEmpty()
                        ? status
                        : PodConditions.with(
                                status,
                                PodConditionBuilder.builder()
                                        .type(PodConditionType.DISRUPTION_TARGET)
                                        .status(ConditionStatus.TRUE)
                                        .reason("DeletionByPodGC")
                                        .message(message)
                                        .lastTransitionTime(context.runtime().timestamp())
                                        .observedGeneration(pod.metadata().generation())
                                        .build()));
    }

    /** At once, whatever grace it has: nobody is there to stop it. */
    private void remove(Pod pod) {
        var options = DeleteOptionsBuilder.builder()
                .gracePeriodSeconds(0L)
                .preconditions(
                        PreconditionsBuilder.builder().uid(pod.metadata().uid()).build())
                .build();
        try {
            context.client()
                    .on(Pod.class)
                    .delete(pod.metadata().namespaceOrEmpty(), pod.metadata().nameOrEmpty(), options);
        } catch (ApiException gone) {
            if (!gone.isNotFound() && !gone.isConflict()) {
                throw gone;
            }
        }
    }
}
