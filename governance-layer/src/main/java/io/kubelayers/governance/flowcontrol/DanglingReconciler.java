package io.kubelayers.governance.flowcontrol;

import io.kubelayers.nucleus.control.Controller;
import io.kubelayers.nucleus.control.ControllerContext;
import io.kubelayers.nucleus.control.Reconciler;
import io.kubelayers.nucleus.control.Request;
import io.kubelayers.nucleus.control.Requeue;
import io.kubelayers.nucleus.validation.GoText;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Tells of each FlowSchema whether the priority level that it leads to exists, as an API server does by itself
 * (apiserver {@code util/flowcontrol/apf_controller.go}).
 */
public final class DanglingReconciler implements Reconciler {
    private static final String DANGLING = "Dangling";
    private static final String MANAGER = "api-priority-and-fairness-config-consumer-v1";

    private final ControllerContext context;

    private DanglingReconciler(ControllerContext context) {
        this.context = context;
    }

    /** The controller, which runs wherever there is an API server. */
    public static Controller controller() {
        return Controller.named("flowschema-dangling")
                .reporting(Controller.API_SERVER)
                .over(FlowSchema.class)
                .watching(PriorityLevelConfiguration.class, context -> (change, enqueue) -> {
                    var level = change.object().metadata().nameOrEmpty();
                    for (var schema :
                            context.informers().lister(FlowSchema.class).list()) {
                        if (schema.spec().priorityLevelConfiguration().name().equals(level)) {
                            enqueue.accept(Request.of(schema));
                        }
                    }
                })
                .reconcile(DanglingReconciler::new);
    }

    @Override
    public Requeue reconcile(Request request) {
        var schema = context.informers()
                .lister(FlowSchema.class)
                .get("", request.name())
                .orElse(null);
        if (schema == null) {
            return Requeue.never();
        }
        var old = condition(schema);
        var wanted = wanted(schema, old);
        if (!wanted.equals(old)) {
            context.client().on(FlowSchema.class).applyStatus("", config(schema, wanted), MANAGER, true);
        }
        return Requeue.never();
    }

    private static FlowSchema.@Nullable Condition condition(FlowSchema schema) {
        for (var condition : schema.status().conditions()) {
            if (DANGLING.equals(condition.type())) {
                return condition;
            }
        }
        return null;
    }

    private FlowSchema.Condition wanted(FlowSchema schema, FlowSchema.@Nullable Condition old) {
        var level = schema.spec().priorityLevelConfiguration().name();
        boolean found = context.informers()
                .lister(PriorityLevelConfiguration.class)
                .get("", level)
                .isPresent();
        var status = found ? "False" : "True";
        var before = old != null && status.equals(old.status()) ? old.lastTransitionTime() : null;
        var since = before == null ? context.runtime().timestamp() : before;
        var about = "This FlowSchema references the PriorityLevelConfiguration object named " + GoText.quote(level);
        return new FlowSchema.Condition(
                DANGLING,
                status,
                since,
                found ? "Found" : "NotFound",
                about + (found ? " and it exists" : " but there is no such object"));
    }

    private static Map<String, Object> config(FlowSchema schema, FlowSchema.Condition condition) {
        var tree = new LinkedHashMap<String, Object>();
        tree.put("type", DANGLING);
        tree.put("status", String.valueOf(condition.status()));
        tree.put("lastTransitionTime", Objects.toString(condition.lastTransitionTime()));
        tree.put("reason", String.valueOf(condition.reason()));
        tree.put("message", String.valueOf(condition.message()));
        var config = new LinkedHashMap<String, Object>();
        config.put("apiVersion", "flowcontrol.apiserver.k8s.io/v1");
        config.put("kind", "FlowSchema");
        config.put("metadata", Map.of("name", schema.metadata().nameOrEmpty()));
        config.put("status", Map.of("conditions", List.of(tree)));
        return config;
    }
}
