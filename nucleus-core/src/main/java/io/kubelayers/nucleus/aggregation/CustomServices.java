package io.kubelayers.nucleus.aggregation;

import io.kubelayers.nucleus.apiextensions.CustomResourceDefinition;
import io.kubelayers.nucleus.apiregistration.APIService;
import io.kubelayers.nucleus.control.Controller;
import io.kubelayers.nucleus.control.ControllerContext;
import io.kubelayers.nucleus.control.Reconciler;
import io.kubelayers.nucleus.control.Request;
import io.kubelayers.nucleus.control.Requeue;
import io.kubelayers.nucleus.types.GroupVersion;
import java.util.function.Consumer;

/**
 * Keeps an APIService for each version of each group of custom kinds, whoever changes or deletes it, and removes it with the
 * last definition; those that somebody else made are left alone (upstream {@code crdregistration} and {@code autoregister}).
 */
public final class CustomServices implements Reconciler {
    private final ControllerContext context;

    private CustomServices(ControllerContext context) {
        this.context = context;
    }

    /** The controller, which runs wherever there is an API server. */
    public static Controller controller() {
        return Controller.named("apiservice-registration")
                .reporting(Controller.API_SERVER)
                .over(APIService.class)
                .watching(CustomResourceDefinition.class, (change, enqueue) -> {
                    versions(change.object(), enqueue);
                    var previous = change.previous();
                    if (previous != null) {
                        versions(previous, enqueue);
                    }
                })
                .reconcile(CustomServices::new);
    }

    private static void versions(CustomResourceDefinition definition, Consumer<Request> enqueue) {
        var spec = definition.spec();
        for (var version : spec.versions()) {
            enqueue.accept(new Request("", LocalServices.name(new GroupVersion(spec.group(), version.name()))));
        }
    }

    @Override
    public Requeue reconcile(Request request) {
        var found = context.informers().lister(APIService.class).get("", request.name());
        if (found.isPresent() && !LocalServices.isKept(found.get())) {
            return Requeue.never();
        }
        var wanted = LocalServices.custom(
                request.name(),
                context.informers().lister(CustomResourceDefinition.class).list());
        if (wanted.isEmpty()) {
            found.ifPresent(context.client()::delete);
        } else if (found.isEmpty()) {
            context.client().create(wanted.get());
        } else if (!found.get().spec().equals(wanted.get().spec())) {
            context.client().update(found.get().withSpec(wanted.get().spec()));
        }
        return Requeue.never();
    }
}
