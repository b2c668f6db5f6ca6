package io.kubelayers.governance.quota;

import io.kubelayers.nucleus.control.Change;
import io.kubelayers.nucleus.control.Controller;
import io.kubelayers.nucleus.control.ControllerContext;
import io.kubelayers.nucleus.control.Reconciler;
import io.kubelayers.nucleus.control.Request;
import io.kubelayers.nucleus.control.Requeue;
import io.kubelayers.nucleus.meta.KubernetesObject;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Counts what namespaces use and writes it to the status of their quotas.
 *
 * <p>Admission charges what is added; this controller gives back what is gone: it counts when a limit changes, when a
 * counted object is deleted or uses less, and every five minutes anyway; never while writes are charged and not stored,
 * which the count would overlook. Source: pkg/controller/resourcequota.
 */
public final class ResourceQuotaController implements Reconciler {
    private static final Duration FULL_COUNT = Duration.ofMinutes(5);
    /** Longer than most writes take. */
    private static final Duration SHORTLY = Duration.ofMillis(10);

    private final ControllerContext context;

    private ResourceQuotaController(ControllerContext context) {
        this.context = context;
    }

    public static Controller controller() {
        return Controller.named("resourcequota")
                .watching(ResourceQuota.class, ResourceQuotaController::limitsChanged)
                .watchingEverything(context -> (change, enqueue) -> useChanged(context, change, enqueue))
                .reconcile(ResourceQuotaController::new);
    }

    /** Changes of the status alone are those of admission and of this controller. */
    private static void limitsChanged(Change<ResourceQuota> change, Consumer<Request> enqueue) {
        var previous = change.previous();
        if (previous == null || !previous.spec().equals(change.object().spec())) {
            enqueue.accept(Request.of(change.object()));
        }
    }

    private static void useChanged(
            ControllerContext context, Change<KubernetesObject> change, Consumer<Request> enqueue) {
        var namespace = change.object().metadata().namespaceOrEmpty();
        if (change.type() == Change.Type.ADDED || namespace.isEmpty()) {
            return;
        }
        var quotas = context.informers().lister(ResourceQuota.class).list(namespace);
        if (quotas.isEmpty()) {
            return;
        }
        var type = context.client().types().typeOf(change.object());
        if (!QuotableResources.contains(type)) {
            return;
        }
        var evaluator = UsageEvaluator.of(QuotableResources.of(type));
        if (change.type() == Change.Type.DELETED || usesOther(evaluator, change, context)) {
            for (var quota : quotas) {
                if (!evaluator.tracked(quota.spec().hard().keySet()).isEmpty()) {
                    enqueue.accept(Request.of(quota));
                }
            }
        }
    }

    private static boolean usesOther(
            UsageEvaluator evaluator, Change<KubernetesObject> change, ControllerContext context) {
        var previous = change.previous();
        var now = context.runtime().now();
        return previous != null && !evaluator.usage(previous, now).equals(evaluator.usage(change.object(), now));
    }

    @Override
    public Requeue reconcile(Request request) {
        var found = context.informers().lister(ResourceQuota.class).get(request.namespace(), request.name());
        if (found.isEmpty()) {
            return Requeue.never();
        }
        if (context.writes().any(request.namespace())) {
            return Requeue.after(SHORTLY);
        }
        var quota = found.get();
        var usage = QuotaMath.calculate(quota, objects(quota), context.runtime().now());
        if (usage.changes()) {
            context.client().updateStatus(quota.withStatus(usage.status()));
        }
        return Requeue.after(FULL_COUNT);
    }

    /** The objects of every resource that makes up the use of something this quota limits. */
    private Map<GroupResource, List<KubernetesObject>> objects(ResourceQuota quota) {
        var objects = new LinkedHashMap<GroupResource, List<KubernetesObject>>();
        var limited = quota.spec().hard().keySet();
        for (var type : context.client().types().resources()) {
            var resource = QuotableResources.of(type);
            if (type.served()
                    && type.verbs().contains("list")
                    && QuotableResources.contains(type)
                    && !objects.containsKey(resource)
                    && !UsageEvaluator.of(resource).tracked(limited).isEmpty()) {
                objects.put(
                        resource,
                        context.informers().lister(type).list(quota.metadata().namespaceOrEmpty()));
            }
        }
        return objects;
    }
}
