package io.kubelayers.nucleus.nodelifecycle;

import io.kubelayers.nucleus.affinity.Taints;
import io.kubelayers.nucleus.control.Change;
import io.kubelayers.nucleus.control.Controller;
import io.kubelayers.nucleus.control.ControllerContext;
import io.kubelayers.nucleus.control.Indexes;
import io.kubelayers.nucleus.control.Mapping;
import io.kubelayers.nucleus.control.Request;
import io.kubelayers.nucleus.coordination.Lease;
import io.kubelayers.nucleus.core.Node;
import io.kubelayers.nucleus.core.Pod;
import io.kubelayers.nucleus.core.Taint;
import java.util.List;
import java.util.function.Consumer;

/** The controllers of nodes that fail: one watches the nodes and taints them, one evicts pods from tainted nodes. */
public final class NodeLifecycleControllers {
    private NodeLifecycleControllers() {}

    /** Both. */
    public static List<Controller> all() {
        return List.of(
                Controller.named("node")
                        .watching(Node.class, NodeLifecycleControllers::node)
                        .watching(Lease.class, NodeLifecycleControllers::lease)
                        .reconcile(NodeReconciler::new),
                Controller.named("taint-eviction")
                        .watching(Node.class, NodeLifecycleControllers::podsOfTainted)
                        .watching(Pod.class, NodeLifecycleControllers::podOnTainted)
                        .reconcile(TaintEvictionReconciler::new));
    }

    private static void node(Change<Node> change, Consumer<Request> enqueue) {
        var node = change.object();
        var previous = change.previous();
        if (change.type() != Change.Type.DELETED) {
            enqueue.accept(Request.of(node));
        }
        boolean wasReady = previous != null && NodeHealth.isReady(previous);
        if (wasReady != NodeHealth.isReady(node)
                || change.type() == Change.Type.DELETED
                || previous != null && !NodeHealth.readiness(previous).equals(NodeHealth.readiness(node))) {
            enqueue.accept(NodeReconciler.EVICTIONS);
        }
    }

    private static void lease(Change<Lease> change, Consumer<Request> enqueue) {
        var metadata = change.object().metadata();
        var previous = change.previous();
        boolean renewed = previous != null
                && change.object().spec().leaseDurationSeconds() != null
                && previous.spec().leaseDurationSeconds() != null;
        // a lease that is renewed in time changes nothing; the look that is due finds the newer time
        if (metadata.namespaceOrEmpty().equals(NodeReconciler.LEASES) && !renewed) {
            enqueue.accept(new Request("", metadata.nameOrEmpty()));
        }
    }

    private static Mapping<Node> podsOfTainted(ControllerContext context) {
        return (change, enqueue) -> {
            var previous = change.previous();
            var before = previous == null ? List.<Taint>of() : evicting(previous);
            if (change.type() == Change.Type.DELETED || before.equals(evicting(change.object()))) {
                return;
            }
            for (var pod : context.informers()
                    .lister(Pod.class)
                    .byIndex(Indexes.POD_BY_NODE, change.object().metadata().nameOrEmpty())) {
                enqueue.accept(Request.of(pod));
            }
        };
    }

    private static Mapping<Pod> podOnTainted(ControllerContext context) {
        return (change, enqueue) -> {
            var pod = change.object();
            var name = pod.spec().nodeName();
            if (name == null) {
                return;
            }
            var node = context.informers().lister(Node.class).get("", name);
            if (node.isPresent() && !evicting(node.get()).isEmpty()) {
                enqueue.accept(Request.of(pod));
            }
        };
    }

    private static List<Taint> evicting(Node node) {
        var taints = node.spec().taints();
        return taints.isEmpty()
                ? taints
                : taints.stream().filter(Taints::evictsPods).toList();
    }
}
