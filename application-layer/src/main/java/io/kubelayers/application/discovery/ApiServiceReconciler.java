package io.kubelayers.application.discovery;

import io.kubelayers.nucleus.apiregistration.APIService;
import io.kubelayers.nucleus.apiregistration.APIService.Condition;
import io.kubelayers.nucleus.control.Controller;
import io.kubelayers.nucleus.control.ControllerContext;
import io.kubelayers.nucleus.control.Reconciler;
import io.kubelayers.nucleus.control.Request;
import io.kubelayers.nucleus.control.Requeue;
import io.kubelayers.nucleus.server.ServedVersions;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;

/** Tells of each APIService whether it is available, as an API server does by itself. */
public final class ApiServiceReconciler implements Reconciler {
    private static final String AVAILABLE = "Available";

    private final ControllerContext context;

    private ApiServiceReconciler(ControllerContext context) {
        this.context = context;
    }

    /** The controller, which runs wherever there is an API server. */
    public static Controller controller() {
        return Controller.named("apiservice-availability")
                .reporting(Controller.API_SERVER)
                .over(APIService.class)
                .watching(
                        Service.class,
                        context -> (change, enqueue) -> of(
                                context,
                                change.object().metadata().namespaceOrEmpty(),
                                change.object().metadata().nameOrEmpty(),
                                enqueue))
                .watching(
                        EndpointSlice.class,
                        context -> (change, enqueue) -> of(
                                context,
                                change.object().metadata().namespaceOrEmpty(),
                                String.valueOf(
                                        change.object().metadata().labels().get(SliceLabels.SERVICE_NAME)),
                                enqueue))
                .reconcile(ApiServiceReconciler::new);
    }

    /** The APIServices that a Service stands behind. */
    private static void of(ControllerContext context, String namespace, String name, Consumer<Request> enqueue) {
        for (var api : context.informers().lister(APIService.class).list()) {
            var service = api.spec().service();
            if (service != null && namespace.equals(service.namespace()) && name.equals(service.name())) {
                enqueue.accept(Request.of(api));
            }
        }
    }

    @Override
    public Requeue reconcile(Request request) {
        var api = context.informers()
                .lister(APIService.class)
                .get("", request.name())
                .orElse(null);
        if (api == null) {
            return Requeue.never();
        }
        var conditions = new ArrayList<Condition>();
        var old = new ArrayList<Condition>();
        for (var condition : api.status().conditions()) {
            (condition.type().equals(AVAILABLE) ? old : conditions).add(condition);
        }
        conditions.add(condition(decide(api), old));
        if (!conditions.equals(api.status().conditions())) {
            context.client().updateStatus(api.withStatus(new APIService.Status(conditions)));
        }
        return Requeue.never();
    }

    private Condition condition(ApiServiceAvailability decision, List<Condition> old) {
        var status = decision.available() ? "True" : "False";
        boolean same = !old.isEmpty() && old.get(0).status().equals(status);
        var since = same ? old.get(0).lastTransitionTime() : context.runtime().timestamp();
        return new Condition(AVAILABLE, status, since, decision.reason(), decision.message());
    }

    private ApiServiceAvailability decide(APIService api) {
        var named = api.spec().service();
        if (named == null) {
            return ApiServiceAvailability.of(api, true, null, List.of());
        }
        var namespace = Objects.requireNonNullElse(named.namespace(), "");
        var name = Objects.requireNonNullElse(named.name(), "");
        var slices = context.informers().lister(EndpointSlice.class).list(namespace).stream()
                .filter(slice -> name.equals(slice.metadata().labels().get(SliceLabels.SERVICE_NAME)))
                .toList();
        var service =
                context.informers().lister(Service.class).get(namespace, name).orElse(null);
        var group = Objects.requireNonNullElse(api.spec().group(), "");
        var version = Objects.requireNonNullElse(api.spec().version(), "");
        var here = context.answers()
                .to(ServedVersions.class)
                .map(server -> server.serves(group, version))
                .orElse(false);
        return ApiServiceAvailability.of(api, here, service, slices);
    }
}
