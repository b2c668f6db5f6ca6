package io.kubelayers.application.discovery;

import io.kubelayers.nucleus.control.Controller;
import io.kubelayers.nucleus.control.ControllerContext;
import io.kubelayers.nucleus.control.Reconciler;
import io.kubelayers.nucleus.control.Request;
import io.kubelayers.nucleus.control.Requeue;
import io.kubelayers.nucleus.meta.Condition;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * Makes the ranges of {@link ServiceCIDR}s available, and lets one go only when no Service has an address that lies in it
 * alone (upstream: {@code controller/servicecidrs/servicecidrs_controller.go}).
 */
public final class ServiceCidrReconciler implements Reconciler {
    private static final String FINALIZER = "networking.k8s.io/service-cidr-finalizer";

    /** How long a range that is to go is kept in any case, so that nobody still takes from it. */
    private static final Duration GRACE = Duration.ofSeconds(10);

    private final ControllerContext context;

    private final List<AddressBlock> blocks;

    private ServiceCidrReconciler(ControllerContext context, List<AddressBlock> blocks) {
        this.context = context;
        this.blocks = blocks;
    }

    /** The controller of a cluster that is made with these ranges, whose object is made again if somebody deletes it. */
    public static Controller controller(List<AddressBlock> blocks) {
        return Controller.named("service-cidr-controller")
                .over(ServiceCIDR.class)
                .watching(ServiceCIDR.class, context -> (change, enqueue) -> leaving(context, enqueue))
                .watching(IPAddress.class, context -> (change, enqueue) -> leaving(context, enqueue))
                .reconcile(context -> new ServiceCidrReconciler(context, blocks));
    }

    /** What becomes of others may decide about those that wait to go. */
    private static void leaving(ControllerContext context, Consumer<Request> enqueue) {
        for (var cidr : context.informers().lister(ServiceCIDR.class).list()) {
            if (cidr.metadata().deletionTimestamp() != null) {
                enqueue.accept(Request.of(cidr));
            }
        }
    }

    @Override
    public Requeue reconcile(Request request) {
        var found = context.informers().lister(ServiceCIDR.class).get("", request.name());
        if (found.isEmpty()) {
            if (request.name().equals(ServiceRanges.DEFAULT)) {
                context.client().create(ServiceRanges.standard(blocks));
            }
            return Requeue.never();
        }
        var cidr = found.get();
        var deleted = cidr.metadata().deletionTimestamp();
        if (deleted == null) {
            makeReady(cidr);
            return Requeue.never();
        }
        if (!canGo(cidr)) {
            tell(
                    cidr,
                    "False",
                    "Terminating",
                    "There are still IPAddresses referencing the ServiceCIDR, please remove them or create a new ServiceCIDR");
            return Requeue.never();
        }
        var left = Duration.between(context.runtime().now(), deleted.plus(GRACE));
        if (!left.isNegative() && !left.isZero()) {
            return Requeue.after(left);
        }
        var finalizers = new ArrayList<>(cidr.metadata().finalizers());
        if (finalizers.remove(FINALIZER)) {
            context.client().update(cidr.withMetadata(cidr.metadata().withFinalizers(finalizers)));
        }
        return Requeue.never();
    }

    private void makeReady(ServiceCIDR cidr) {
        var current = cidr;
        if (!cidr.metadata().finalizers().contains(FINALIZER)) {
            var finalizers = new ArrayList<>(cidr.metadata().finalizers());
            finalizers.add(FINALIZER);
            current = context.client().update(cidr.withMetadata(cidr.metadata().withFinalizers(finalizers)));
        }
        tell(current, "True", "", "Kubernetes Service CIDR is ready");
    }

    private void tell(ServiceCIDR cidr, String status, String reason, String message) {
        var before = ServiceRanges.condition(cidr);
        if (before != null && before.status().equals(status) && before.message().equals(message)) {
            return;
        }
        var conditions = new ArrayList<Condition>(cidr.status().conditions());
        if (before != null) {
            conditions.remove(before);
        }
        var since = before != null && before.status().equals(status)
                ? before.lastTransitionTime()
                : context.runtime().timestamp();
        conditions.add(new Condition(ServiceRanges.READY, status, 0, since, reason, message));
        context.client().updateStatus(cidr.withStatus(new ServiceCIDR.Status(conditions)));
    }

    private boolean canGo(ServiceCIDR cidr) {
        var others = context.informers().lister(ServiceCIDR.class).list().stream()
                .filter(other -> !String.valueOf(other.metadata().name())
                        .equals(cidr.metadata().name()))
                .toList();
        List<String> addresses = context.informers().lister(IPAddress.class).list().stream()
                .filter(AddressObjects::isManaged)
                .map(address -> address.metadata().nameOrEmpty())
                .toList();
        return ServiceRanges.canGo(cidr, others, addresses);
    }
}
