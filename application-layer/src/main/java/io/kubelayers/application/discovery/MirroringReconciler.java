package io.kubelayers.application.discovery;

import io.kubelayers.application.workloads.PodWriter;
import io.kubelayers.application.workloads.WorkloadEvent;
import io.kubelayers.nucleus.control.Change;
import io.kubelayers.nucleus.control.Controller;
import io.kubelayers.nucleus.control.ControllerContext;
import io.kubelayers.nucleus.control.Reconciler;
import io.kubelayers.nucleus.control.Request;
import io.kubelayers.nucleus.control.Requeue;
import io.kubelayers.nucleus.errors.ApiException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Repeats Endpoints that are kept by hand as EndpointSlices; what is decided is in {@link MirroredSlices}. */
public final class MirroringReconciler implements Reconciler {
    private static final String SKIP = "endpointslice.kubernetes.io/skip-mirror";
    private static final String LEADER = "control-plane.alpha.kubernetes.io/leader";

    private final ControllerContext context;

    private MirroringReconciler(ControllerContext context) {
        this.context = context;
    }

    /** The controller that repeats. */
    public static Controller controller() {
        return Controller.named("endpointslicemirroring")
                .reporting("endpoint-slice-mirroring-controller")
                .over(Endpoints.class)
                .watching(Service.class, MirroringReconciler::endpoints)
                .watching(EndpointSlice.class, MirroringReconciler::endpointsOfSlice)
                .reconcile(MirroringReconciler::new);
    }

    private static void endpoints(Change<Service> change, Consumer<Request> enqueue) {
        enqueue.accept(Request.of(change.object()));
    }

    private static void endpointsOfSlice(Change<EndpointSlice> change, Consumer<Request> enqueue) {
        var metadata = change.object().metadata();
        var name = metadata.labels().get(SliceLabels.SERVICE_NAME);
        if (name != null && isOurs(change.object())) {
            enqueue.accept(new Request(metadata.namespaceOrEmpty(), name));
        }
    }

    private static boolean isOurs(EndpointSlice slice) {
        return MirroredSlices.CONTROLLER.equals(slice.metadata().labels().get(SliceLabels.MANAGED_BY));
    }

    @Override
    public Requeue reconcile(Request request) {
        var existing = existing(request);
        var endpoints = mirrored(request);
        try {
            if (endpoints.isEmpty()) {
                existing.forEach(this::delete);
            } else {
                write(endpoints.get(), MirroredSlices.of(endpoints.get(), existing));
            }
        } catch (ApiException refused) {
            if (!PodWriter.isNamespaceTerminating(refused)) {
                throw refused;
            }
        }
        return Requeue.never();
    }

    /** The object to repeat; none if there is nothing to repeat, or somebody else makes the slices. */
    private Optional<Endpoints> mirrored(Request request) {
        var service = context.informers().lister(Service.class).get(request.namespace(), request.name());
        if (service.isEmpty() || !service.get().spec().selector().isEmpty()) {
            return Optional.empty();
        }
        return context.informers()
                .lister(Endpoints.class)
                .get(request.namespace(), request.name())
                .filter(found -> !found.metadata().isBeingDeleted())
                .filter(found -> !"true".equals(found.metadata().labels().get(SKIP)))
                .filter(found -> !found.metadata().annotations().containsKey(LEADER));
    }

    private List<EndpointSlice> existing(Request request) {
        var existing = new ArrayList<EndpointSlice>();
        for (var slice : context.informers().lister(EndpointSlice.class).list(request.namespace())) {
            if (isOurs(slice)
                    && request.name().equals(slice.metadata().labels().get(SliceLabels.SERVICE_NAME))
                    && !slice.metadata().isBeingDeleted()) {
                existing.add(slice);
            }
        }
        return existing;
    }

    private void write(Endpoints endpoints, MirroredSlices slices) {
        for (WorkloadEvent event : slices.events()) {
            context.events().warning(endpoints, event.reason(), event.message());
        }
        slices.create().forEach(context.client()::create);
        slices.update().forEach(context.client()::update);
        slices.delete().forEach(this::delete);
    }

    private void delete(EndpointSlice slice) {
        try {
            context.client().delete(slice);
        } catch (ApiException gone) {
            if (!gone.isNotFound()) {
                throw gone;
            }
        }
    }
}
