package io.kubelayers.governance.disruption;

import io.kubelayers.nucleus.control.Change;
import io.kubelayers.nucleus.control.Controller;
import io.kubelayers.nucleus.control.ControllerContext;
import io.kubelayers.nucleus.control.Mapping;
import io.kubelayers.nucleus.control.Reconciler;
import io.kubelayers.nucleus.control.Request;
import io.kubelayers.nucleus.control.Requeue;
import io.kubelayers.nucleus.core.Pod;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Consumer;

/**
 * Keeps the status of disruption budgets (upstream {@code DisruptionController}), as {@link DisruptionMath} says: whenever a
 * budget or one of its pods changes, and when a granted eviction has to be given up. Also takes back the DisruptionTarget
 * condition of pods that still live two minutes after it was set.
 */
public final class DisruptionController implements Reconciler {
    /** Name of the controller. */
    public static final String NAME = "disruption";

    /** Marks requests that are about a pod; budgets can't have a slash in their name. */
    private static final String POD = "pod/";

    private final ControllerContext context;
    private final ScaleLookup scales;

    private DisruptionController(ControllerContext context) {
        this.context = context;
        this.scales = ClusterScales.of(context.informers(), context.client());
    }

    /** The controller. */
    public static Controller controller() {
        return Controller.named(NAME)
                .reporting("controllermanager")
                .over(PodDisruptionBudget.class)
                .watching(Pod.class, DisruptionController::requestsOf)
                .reconcile(DisruptionController::new);
    }

    /** A pod concerns the budgets that cover it, and after a change of labels those that did. */
    private static Mapping<Pod> requestsOf(ControllerContext context) {
        return (change, enqueue) -> {
            var metadata = change.object().metadata();
            if (StaleDisruption.isTarget(change.object())) {
                enqueue.accept(new Request(metadata.namespaceOrEmpty(), POD + metadata.nameOrEmpty()));
            }
            enqueueBudgets(context, change.object(), enqueue);
            var previous = change.previous();
            if (previous != null
                    && change.type() == Change.Type.MODIFIED
                    && !previous.metadata()
                            .labels()
                            .equals(change.object().metadata().labels())) {
                enqueueBudgets(context, previous, enqueue);
            }
        };
    }

    private static void enqueueBudgets(ControllerContext context, Pod pod, Consumer<Request> enqueue) {
        var budgets = context.informers()
                .lister(PodDisruptionBudget.class)
                .list(pod.metadata().namespaceOrEmpty());
        for (var budget : EvictionMath.covering(pod, budgets)) {
            enqueue.accept(Request.of(budget));
        }
    }

    @Override
    public Requeue reconcile(Request request) {
        return request.name().startsWith(POD)
                ? withdraw(request.namespace(), request.name().substring(POD.length()))
                : sync(request);
    }

    private Requeue sync(Request request) {
        var found = context.informers().lister(PodDisruptionBudget.class).get(request.namespace(), request.name());
        if (found.isEmpty()) {
            return Requeue.never();
        }
        var now = context.runtime().now();
        var pods = context.informers().lister(Pod.class).list(request.namespace());
        var decision = DisruptionMath.status(found.get(), pods, scales, now);
        for (var event : decision.events()) {
            if (event.type().equals("Normal")) {
                context.events().normal(event.subject(), event.reason(), event.message());
            } else {
                context.events().warning(event.subject(), event.reason(), event.message());
            }
        }
        if (decision.changed()) {
            context.client().updateStatus(decision.updated());
        }
        return decision.recheckAt() == null ? Requeue.never() : justAfter(now, decision.recheckAt());
    }

    /** At the very deadline a granted eviction still counts. */
    private static Requeue justAfter(Instant now, Instant deadline) {
        return Requeue.after(Duration.between(now, deadline).plusMillis(1));
    }

    /** Takes back the announcement of a disruption that did not come. */
    private Requeue withdraw(String namespace, String name) {
        var pod = context.informers().lister(Pod.class).get(namespace, name);
        if (pod.isEmpty()) {
            return Requeue.never();
        }
        var now = context.runtime().now();
        var wait = StaleDisruption.staleIn(pod.get(), now);
        if (wait.isEmpty()) {
            return Requeue.never();
        }
        if (!wait.get().isZero()) {
            return Requeue.after(wait.get());
        }
        context.client().updateStatus(StaleDisruption.withdrawn(pod.get(), now));
        return Requeue.never();
    }
}
