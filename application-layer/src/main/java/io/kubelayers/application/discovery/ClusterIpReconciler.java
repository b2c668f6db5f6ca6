package io.kubelayers.application.discovery;

import io.kubelayers.nucleus.control.Change;
import io.kubelayers.nucleus.control.Controller;
import io.kubelayers.nucleus.control.ControllerContext;
import io.kubelayers.nucleus.control.Reconciler;
import io.kubelayers.nucleus.control.Request;
import io.kubelayers.nucleus.control.Requeue;
import java.util.TreeSet;
import java.util.function.Consumer;

/**
 * Sees to it that there is an {@link IPAddress} for each cluster IP that a Service holds, and none of Services that are gone,
 * whoever made or deleted some by hand (upstream: {@code registry/core/service/ipallocator/controller/repairip.go}).
 */
public final class ClusterIpReconciler implements Reconciler {
    private final AddressObjects objects;

    private ClusterIpReconciler(ControllerContext context) {
        this.objects = new AddressObjects(context.client(), context.informers());
    }

    /** The controller, which runs wherever there is an API server. */
    public static Controller controller() {
        return Controller.named("service-ip-repair")
                .reporting(Controller.API_SERVER)
                .over(IPAddress.class)
                .watching(Service.class, ClusterIpReconciler::addresses)
                .reconcile(ClusterIpReconciler::new);
    }

    private static void addresses(Change<Service> change, Consumer<Request> enqueue) {
        var addresses = new TreeSet<>(AddressPool.addresses(change.object()));
        if (change.previous() != null) {
            if (change.type() == Change.Type.MODIFIED && addresses.equals(AddressPool.addresses(change.previous()))) {
                return;
            }
            addresses.addAll(AddressPool.addresses(change.previous()));
        }
        addresses.forEach(ip -> enqueue.accept(new Request("", ip)));
    }

    @Override
    public Requeue reconcile(Request request) {
        objects.settle(request.name());
        return Requeue.never();
    }
}
