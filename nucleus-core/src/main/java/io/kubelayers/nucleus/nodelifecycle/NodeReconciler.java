package io.kubelayers.nucleus.nodelifecycle;

import io.kubelayers.nucleus.control.ControllerContext;
import io.kubelayers.nucleus.control.Indexes;
import io.kubelayers.nucleus.control.Reconciler;
import io.kubelayers.nucleus.control.Request;
import io.kubelayers.nucleus.control.Requeue;
import io.kubelayers.nucleus.coordination.Lease;
import io.kubelayers.nucleus.core.ConditionStatus;
import io.kubelayers.nucleus.core.Node;
import io.kubelayers.nucleus.core.Pod;
import io.kubelayers.nucleus.core.PodConditionBuilder;
import io.kubelayers.nucleus.core.PodConditionType;
import io.kubelayers.nucleus.errors.ApiException;
import io.kubelayers.nucleus.pod.PodConditions;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;

/**
 * Looks at one node: is it heard of, which taints do its conditions ask for, are its pods still to be called ready? The
 * request {@link #EVICTIONS} looks at all that are not ready.
 */
final class NodeReconciler implements Reconciler {
    static final String LEASES = "kube-node-lease";

    /** Stands for all nodes; no node has such a name. */
    static final Request EVICTIONS = new Request("", "all nodes");

    private static final String GIVEN_UP = "given up";
    private static final String LIFETIME = "node.alpha.kubernetes.io/ttl";

    private record GivenUp(Map<String, Instant> lastByZone) {}

    private final ControllerContext context;

    NodeReconciler(ControllerContext context) {
        this.context = context;
    }

    @Override
    public Requeue reconcile(Request request) {
        if (request.equals(EVICTIONS)) {
            return evictions();
        }
        var found = context.informers().lister(Node.class).get("", request.name());
        return found.isEmpty() ? Requeue.never() : look(found.get());
    }

    private Requeue look(Node node) {
        var name = node.metadata().nameOrEmpty();
        var lease = context.informers().lister(Lease.class).get(LEASES, name).orElse(null);
        var health = NodeHealth.of(node, lease, context.runtime().timestamp());
        if (health.status() != node.status()) {
            node = context.client().updateStatus(node.withStatus(health.status()));
            context.events().normal(node, "NodeNotReady", "Node " + name + " status is now: NodeNotReady");
        }
        var taints = ConditionTaints.of(node, context.runtime().timestamp()).taints();
        if (!taints.equals(node.spec().taints())) {
            node = context.client()
                    .update(withLifetime(node).withSpec(node.spec().withTaints(taints)));
        }
        if (!NodeHealth.isReady(node)) {
            callPodsUnready(name);
        }
        return health.nextLook() == null ? Requeue.never() : Requeue.after(health.nextLook());
    }

    /** Says for how long agents may keep config maps and secrets: not at all ({@code ttl_controller.go}, small clusters). */
    private static Node withLifetime(Node node) {
        var annotations = new TreeMap<>(node.metadata().annotations());
        annotations.putIfAbsent(LIFETIME, "0");
        return node.withMetadata(node.metadata().withAnnotations(annotations));
    }

    /** So that no service sends anything there any more. */
    private void callPodsUnready(String node) {
        for (var pod : context.informers().lister(Pod.class).byIndex(Indexes.POD_BY_NODE, node)) {
            var ready = PodConditions.find(pod.status(), PodConditionType.READY);
            if (ready.isEmpty() || !ready.get().status().equals(ConditionStatus.TRUE)) {
                continue;
            }
            var unready = PodConditionBuilder.builder(ready.get())
                    .status(ConditionStatus.FALSE)
                    .lastTransitionTime(context.runtime().timestamp())
                    .build();
            try {
                context.client().updateStatus(pod.withStatus(PodConditions.with(pod.status(), unready)));
                context.events().warning(pod, "NodeNotReady", "Node is not ready");
            } catch (ApiException gone) {
                if (!gone.isNotFound()) {
                    throw gone;
                }
            }
        }
    }

    private Requeue evictions() {
        var given = context.memory()
                .get(GIVEN_UP, GivenUp.class)
                .map(GivenUp::lastByZone)
                .orElse(Map.of());
        var decision = NodeEvictions.of(
                context.informers().lister(Node.class).list(),
                given,
                context.runtime().timestamp());
        for (var node : decision.changed()) {
            context.client().update(node);
        }
        context.memory().put(GIVEN_UP, new GivenUp(new TreeMap<>(decision.lastGivenUp())));
        Duration next = decision.next();
        return next == null ? Requeue.never() : Requeue.after(next);
    }
}
