package io.kubelayers.nucleus.node;

import io.kubelayers.nucleus.control.Controller;
import io.kubelayers.nucleus.control.ControllerContext;
import io.kubelayers.nucleus.control.EventRecorder;
import io.kubelayers.nucleus.control.Request;
import io.kubelayers.nucleus.control.Requeue;
import io.kubelayers.nucleus.core.Node;
import io.kubelayers.nucleus.core.NodeCondition;
import io.kubelayers.nucleus.meta.ConditionStatus;
import java.util.List;

/**
 * Tells by events what people look for in the description of a node: that its agent started and is ready, that the node
 * was registered, and whether it may be scheduled to (kubelet {@code kubelet_node_status.go}, controller
 * {@code node_lifecycle_controller.go}). An option, since nothing depends on it: {@code kubelayers serve} has it.
 *
 * <pre>{@code
 * var builder = Cluster.builder().nodes(3, node -> node);
 * NodeEvents.controllers().forEach(builder::controller);
 * }</pre>
 */
public final class NodeEvents {
    private static final List<String> STARTING =
            List.of("NodeHasSufficientMemory", "NodeHasNoDiskPressure", "NodeHasSufficientPID");

    private NodeEvents() {}

    /** What was told of a node last. */
    private record Told(boolean ready, boolean schedulable) {
        static final Told NOTHING = new Told(false, true);
    }

    /** The controllers that tell: one as the nodes' agents, one as the controller of nodes. */
    public static List<Controller> controllers() {
        return List.of(
                Controller.named("node-events")
                        .reporting("kubelet")
                        .over(Node.class)
                        .reconcile(context -> request -> agent(context, request)),
                Controller.named("node-registration-events")
                        .reporting("node-controller")
                        .over(Node.class)
                        .reconcile(context -> request -> registration(context, request)));
    }

    private static Requeue agent(ControllerContext context, Request request) {
        var found = context.informers().lister(Node.class).get("", request.name());
        if (found.isEmpty()) {
            context.memory().forget(request.name());
            return Requeue.never();
        }
        var node = found.get();
        if (Nodes.isStopped(node)) {
            return Requeue.never();
        }
        var events = context.events();
        var known = context.memory().get(request.name(), Told.class);
        if (known.isEmpty()) {
            events.normal(node, "Starting", "Starting kubelet.");
            STARTING.forEach(status -> status(events, node, status));
            events.normal(node, "NodeAllocatableEnforced", "Updated Node Allocatable limit across pods");
        }
        var told = known.orElse(Told.NOTHING);
        var now = new Told(isReady(node), !node.spec().unschedulable());
        if (now.ready() && !told.ready()) {
            status(events, node, "NodeReady");
        }
        if (now.schedulable() != told.schedulable()) {
            status(events, node, now.schedulable() ? "NodeSchedulable" : "NodeNotSchedulable");
        }
        context.memory().put(request.name(), now);
        return Requeue.never();
    }

    private static Requeue registration(ControllerContext context, Request request) {
        var found = context.informers().lister(Node.class).get("", request.name());
        if (found.isEmpty()) {
            context.memory().forget(request.name());
        } else if (!found.get().status().conditions().isEmpty()
                && context.memory().get(request.name(), Boolean.class).isEmpty()) {
            context.memory().put(request.name(), true);
            context.events()
                    .normal(
                            found.get(),
                            "RegisteredNode",
                            "Node " + request.name() + " event: Registered Node " + request.name() + " in Controller");
        }
        return Requeue.never();
    }

    private static void status(EventRecorder events, Node node, String status) {
        events.normal(node, status, "Node " + node.metadata().nameOrEmpty() + " status is now: " + status);
    }

    private static boolean isReady(Node node) {
        for (var condition : node.status().conditions()) {
            if (condition.type().equals(NodeCondition.Type.READY)) {
                return ConditionStatus.TRUE.equals(condition.status());
            }
        }
        return false;
    }
}
