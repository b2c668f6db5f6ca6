package io.kubelayers.nucleus.node;

import io.kubelayers.nucleus.control.ControllerContext;
import io.kubelayers.nucleus.control.Reconciler;
import io.kubelayers.nucleus.control.Request;
import io.kubelayers.nucleus.control.Requeue;
import io.kubelayers.nucleus.coordination.Lease;
import io.kubelayers.nucleus.coordination.LeaseBuilder;
import io.kubelayers.nucleus.coordination.LeaseSpecBuilder;
import io.kubelayers.nucleus.core.Node;
import io.kubelayers.nucleus.meta.ObjectMetaBuilder;
import io.kubelayers.nucleus.meta.OwnerReferenceBuilder;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Registers nodes: gives each its addresses and pod range, reports it ready and keeps its lease in {@value #NAMESPACE}.
 *
 * <p>Upstream renews a lease every 10 s. Here that is a choice, see {@link NodeAgent#renewingLeases}: by default a lease
 * without {@code leaseDurationSeconds} stands for one that is renewed all the time, and only when the agent stops it gets
 * that duration and the time of the stop, from when on it runs out as upstream's does. So a day of idle nodes costs
 * nothing, and whoever watches leases sees a dead node as fast as upstream.
 */
final class NodeStatusAgent implements Reconciler {
    static final String NAMESPACE = "kube-node-lease";

    /** Upstream's {@code nodeLeaseDurationSeconds}. */
    static final int LEASE_SECONDS = 40;

    private static final String NUMBERS = "numbers";

    private final ControllerContext context;
    private final @Nullable Duration renewal;

    NodeStatusAgent(ControllerContext context, @Nullable Duration renewal) {
        this.context = context;
        this.renewal = renewal;
    }

    @Override
    public Requeue reconcile(Request request) {
        var found = context.informers().lister(Node.class).get("", request.name());
        var numbers = context.memory().get(NUMBERS, NodeNumbers.class).orElse(NodeNumbers.NONE);
        if (found.isEmpty()) {
            context.memory().put(NUMBERS, numbers.without(request.name()));
            return Requeue.never();
        }
        var node = found.get();
        var lease = context.informers().lister(Lease.class).get(NAMESPACE, request.name());
        if (Nodes.isStopped(node)) {
            lease.ifPresent(this::letRunOut);
            return Requeue.never();
        }
        numbers = numbers.with(request.name());
        context.memory().put(NUMBERS, numbers);
        int number = Objects.requireNonNull(numbers.byNode().get(request.name()));
        if (node.spec().podCIDR() == null) {
            var cidr = NodeNumbers.podCidr(number);
            node = context.client()
                    .update(node.withSpec(node.spec().withPodCIDR(cidr).withPodCIDRs(List.of(cidr))));
        }
        var status = NodeReport.status(node, number, context.runtime().timestamp());
        if (!status.equals(node.status())) {
            node = context.client().updateStatus(node.withStatus(status));
        }
        return renew(node, lease.orElse(null));
    }

    private Requeue renew(Node node, @Nullable Lease lease) {
        var now = context.runtime().now();
        Integer seconds = renewal == null ? null : LEASE_SECONDS;
        if (lease == null) {
            context.client().create(lease(node, now, seconds));
        } else if (renewal == null) {
            if (lease.spec().leaseDurationSeconds() != null) {
                context.client()
                        .update(lease.withSpec(lease.spec().withRenewTime(now).withLeaseDurationSeconds(null)));
            }
        } else {
            var renewed = lease.spec().renewTime();
            var due = renewed == null ? now : renewed.plus(renewal);
            if (due.isAfter(now)) {
                return Requeue.after(Duration.between(now, due));
            }
            context.client()
                    .update(lease.withSpec(lease.spec().withRenewTime(now).withLeaseDurationSeconds(seconds)));
        }
        return renewal == null ? Requeue.never() : Requeue.after(renewal);
    }

    private void letRunOut(Lease lease) {
        if (lease.spec().leaseDurationSeconds() == null) {
            context.client()
                    .update(lease.withSpec(lease.spec()
                            .withRenewTime(context.runtime().now())
                            .withLeaseDurationSeconds(LEASE_SECONDS)));
        }
    }

    private static Lease lease(Node node, Instant now, @Nullable Integer seconds) {
        var name = node.metadata().nameOrEmpty();
        return LeaseBuilder.builder()
                .metadata(ObjectMetaBuilder.builder()
                        .name(name)
                        .namespace(NAMESPACE)
                        .ownerReferences(List.of(OwnerReferenceBuilder.builder()
                                .apiVersion("v1")
                                .kind("Node")
                                .name(name)
                                .uid(String.valueOf(node.metadata().uid()))
                                .build()))
                        .build())
                .spec(LeaseSpecBuilder.builder()
                        .holderIdentity(name)
                        .leaseDurationSeconds(seconds)
                        .renewTime(now)
                        .build())
                .build();
    }
}
