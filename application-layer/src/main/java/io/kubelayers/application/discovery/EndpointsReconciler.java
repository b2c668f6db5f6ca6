package io.kubelayers.application.discovery;

import io.kubelayers.application.workloads.PodWriter;
import io.kubelayers.nucleus.control.Change;
import io.kubelayers.nucleus.control.Controller;
import io.kubelayers.nucleus.control.ControllerContext;
import io.kubelayers.nucleus.control.Reconciler;
import io.kubelayers.nucleus.control.Request;
import io.kubelayers.nucleus.control.Requeue;
import io.kubelayers.nucleus.core.Pod;
import io.kubelayers.nucleus.errors.ApiException;
import io.kubelayers.nucleus.meta.ObjectMetaBuilder;
import io.kubelayers.nucleus.selector.Selector;
import java.time.Instant;
import java.util.ArrayList;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Keeps the Endpoints of each Service with a selector; what they say is in {@link EndpointsDecision}. */
public final class EndpointsReconciler implements Reconciler {
    private final ControllerContext context;

    private EndpointsReconciler(ControllerContext context) {
        this.context = context;
    }

    /** The controller of Endpoints. */
    public static Controller controller() {
        return Controller.named("endpoint")
                .over(Service.class)
                .watching(Pod.class, EndpointSliceReconciler::servicesOfPods)
                .watching(Endpoints.class, EndpointsReconciler::service)
                .reconcile(EndpointsReconciler::new);
    }

    private static void service(Change<Endpoints> change, Consumer<Request> enqueue) {
        enqueue.accept(Request.of(change.object()));
    }

    @Override
    public Requeue reconcile(Request request) {
        var found = context.informers().lister(Service.class).get(request.namespace(), request.name());
        try {
            if (found.isEmpty()) {
                TriggerTimes.forget(context.memory(), request.namespace(), request.name());
                forget(request);
            } else if (EndpointSliceReconciler.hasSelector(found.get())) {
                write(found.get());
            }
        } catch (ApiException refused) {
            if (!PodWriter.isNamespaceTerminating(refused)) {
                throw refused;
            }
        }
        return Requeue.never();
    }

    /** With their service; those that never had one stay, somebody made them by hand. */
    private void forget(Request request) {
        var left = context.informers().lister(Endpoints.class).get(request.namespace(), request.name());
        if (left.isPresent() && left.get().metadata().labels().containsKey(EndpointsDecision.MANAGED_BY)) {
            try {
                context.client().delete(left.get());
            } catch (ApiException gone) {
                if (!gone.isNotFound()) {
                    throw gone;
                }
            }
        }
    }

    private void write(Service service) {
        var namespace = service.metadata().namespaceOrEmpty();
        var selector = Selector.ofLabels(service.spec().selector());
        var pods = new ArrayList<Pod>();
        for (var pod : context.informers().lister(Pod.class).list(namespace)) {
            if (selector.matches(pod.metadata().labels())) {
                pods.add(pod);
            }
        }
        var decision = EndpointsDecision.of(service, pods);
        var current = context.informers()
                .lister(Endpoints.class)
                .get(namespace, service.metadata().nameOrEmpty());
        var trigger = TriggerTimes.since(context.memory(), service, pods);
        if (current.isEmpty()) {
            if (!service.metadata().isBeingDeleted()) {
                context.client().create(noted(decision.applied(service, named(service)), trigger));
            }
            return;
        }
        var wanted = decision.applied(service, current.get());
        if (!wanted.equals(current.get())) {
            context.client().update(noted(wanted, trigger));
        }
    }

    private static Endpoints noted(Endpoints endpoints, @Nullable Instant trigger) {
        return endpoints.withMetadata(TriggerTimes.noted(endpoints.metadata(), trigger));
    }

    private static Endpoints named(Service service) {
        return EndpointsBuilder.builder()
                .metadata(ObjectMetaBuilder.builder()
                        .name(service.metadata().name())
                        .namespace(service.metadata().namespace())
                        .build())
                .build();
    }
}
