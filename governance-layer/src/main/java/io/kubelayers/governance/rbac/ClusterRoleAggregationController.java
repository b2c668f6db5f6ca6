package io.kubelayers.governance.rbac;

import io.kubelayers.nucleus.control.Change;
import io.kubelayers.nucleus.control.Controller;
import io.kubelayers.nucleus.control.ControllerContext;
import io.kubelayers.nucleus.control.Reconciler;
import io.kubelayers.nucleus.control.Request;
import io.kubelayers.nucleus.control.Requeue;
import java.util.function.Consumer;

/** Keeps the rules of ClusterRoles with an aggregation rule equal to what their selectors gather. */
public final class ClusterRoleAggregationController implements Reconciler {
    private final ControllerContext context;

    private ClusterRoleAggregationController(ControllerContext context) {
        this.context = context;
    }

    public static Controller controller() {
        return Controller.named("clusterrole-aggregation")
                .watching(ClusterRole.class, context -> (change, enqueue) -> enqueueAll(context, change, enqueue))
                .reconcile(ClusterRoleAggregationController::new);
    }

    /** Which roles gather from which is not known beforehand, so a change of any concerns them all. */
    private static void enqueueAll(ControllerContext context, Change<ClusterRole> change, Consumer<Request> enqueue) {
        for (var role : context.informers().lister(ClusterRole.class).list()) {
            if (role.aggregationRule() != null) {
                enqueue.accept(Request.of(role));
            }
        }
    }

    @Override
    public Requeue reconcile(Request request) {
        var roles = context.informers().lister(ClusterRole.class);
        var role = roles.get("", request.name()).orElse(null);
        if (role != null && role.aggregationRule() != null) {
            var rules = AggregatedRules.of(role, roles.list()).rules();
            if (!rules.equals(role.rules())) {
                context.client().update(role.withRules(rules));
            }
        }
        return Requeue.never();
    }
}
