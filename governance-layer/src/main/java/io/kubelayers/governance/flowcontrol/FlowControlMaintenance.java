package io.kubelayers.governance.flowcontrol;

import io.kubelayers.nucleus.control.Controller;
import io.kubelayers.nucleus.control.ControllerContext;
import io.kubelayers.nucleus.control.Reconciler;
import io.kubelayers.nucleus.control.Request;
import io.kubelayers.nucleus.control.Requeue;
import io.kubelayers.nucleus.meta.KubernetesObject;
import java.util.List;
import java.util.TreeMap;

/**
 * Keeps the {@link DefaultFlowControl} as it is: what was deleted comes back, and what was changed is put right as long as its
 * annotation {@code apf.kubernetes.io/autoupdate-spec} says so; the mandatory ones always
 * ({@code pkg/registry/flowcontrol/ensurer}, every minute there, at once here). Runs wherever there is an API server.
 */
public final class FlowControlMaintenance {
    private FlowControlMaintenance() {}

    /** The controllers, one a kind. */
    public static List<Controller> controllers() {
        return List.of(
                Controller.named("flowschema-maintenance")
                        .reporting(Controller.API_SERVER)
                        .over(FlowSchema.class)
                        .reconcile(Schemas::new),
                Controller.named("prioritylevel-maintenance")
                        .reporting(Controller.API_SERVER)
                        .over(PriorityLevelConfiguration.class)
                        .reconcile(Levels::new));
    }

    private record Schemas(ControllerContext context) implements Reconciler {
        @Override
        public Requeue reconcile(Request request) {
            for (var wanted : DefaultFlowControl.schemas()) {
                if (request.name().equals(wanted.metadata().name())) {
                    var found = context.informers().lister(FlowSchema.class).get("", request.name());
                    if (found.isEmpty()) {
                        context.client().create(wanted);
                    } else if (maintained(found.get()) && !found.get().spec().equals(wanted.spec())) {
                        context.client().update(updated(found.get().withSpec(wanted.spec())));
                    }
                }
            }
            return Requeue.never();
        }
    }

    private record Levels(ControllerContext context) implements Reconciler {
        @Override
        public Requeue reconcile(Request request) {
            for (var wanted : DefaultFlowControl.levels()) {
                if (request.name().equals(wanted.metadata().name())) {
                    var found = context.informers()
                            .lister(PriorityLevelConfiguration.class)
                            .get("", request.name());
                    if (found.isEmpty()) {
                        context.client().create(wanted);
                    } else if (maintained(found.get()) && !found.get().spec().equals(wanted.spec())) {
                        context.client().update(updated(found.get().withSpec(wanted.spec())));
                    }
                }
            }
            return Requeue.never();
        }
    }

    private static boolean maintained(KubernetesObject object) {
        return DefaultFlowControl.MANDATORY.contains(object.metadata().nameOrEmpty())
                || "true".equals(object.metadata().annotations().get(DefaultFlowControl.AUTO_UPDATE));
    }

    private static KubernetesObject updated(KubernetesObject object) {
        var annotations = new TreeMap<>(object.metadata().annotations());
        annotations.put(DefaultFlowControl.AUTO_UPDATE, "true");
        return object.withMetadata(object.metadata().withAnnotations(annotations));
    }
}
