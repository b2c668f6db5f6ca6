package io.kubelayers.governance.disruption;

import io.kubelayers.nucleus.control.Controller;
import io.kubelayers.nucleus.control.ControllerContext;
import io.kubelayers.nucleus.control.Reconciler;
import io.kubelayers.nucleus.control.Request;
import io.kubelayers.nucleus.control.Requeue;
import io.kubelayers.nucleus.core.Pod;

/**
 * Takes back the DisruptionTarget condition of pods that were to be disrupted and after two minutes still live (upstream
 * {@code syncStalePodDisruption}, a second queue of the disruption controller).
 */
public final class StaleDisruptionController implements Reconciler {
    /** Name of the controller. */
    public static final String NAME = "stale-disruption";

    private final ControllerContext context;

    private StaleDisruptionController(ControllerContext context) {
        this.context = context;
    }

    /** The controller. */
    public static Controller controller() {
        return Controller.named(NAME)
                .watching(Pod.class, (change, enqueue) -> {
                    if (StaleDisruption.isTarget(change.object())) {
                        enqueue.accept(Request.of(change.object()));
                    }
                })
                .reconcile(StaleDisruptionController::new);
    }

    @Override
    public Requeue reconcile(Request request) {
        var pod = context.informers().lister(Pod.class).get(request.namespace(), request.name());
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
