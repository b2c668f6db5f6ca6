package io.kubelayers.nucleus.node;

import io.kubelayers.nucleus.control.Change;
import io.kubelayers.nucleus.control.Controller;
import io.kubelayers.nucleus.control.ControllerContext;
import io.kubelayers.nucleus.control.Indexes;
import io.kubelayers.nucleus.control.Mapping;
import io.kubelayers.nucleus.control.Reconciler;
import io.kubelayers.nucleus.control.Request;
import io.kubelayers.nucleus.coordination.Lease;
import io.kubelayers.nucleus.core.ConfigMap;
import io.kubelayers.nucleus.core.Node;
import io.kubelayers.nucleus.core.PersistentVolumeClaim;
import io.kubelayers.nucleus.core.Pod;
import io.kubelayers.nucleus.core.Secret;
import io.kubelayers.nucleus.meta.KubernetesObject;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The agents of all nodes of a cluster, as two controllers: {@code kubelet} runs pods, {@code node-status} registers nodes.
 *
 * <pre>{@code
 * NodeAgent.simulated(ContainerScripts.none()).renewingLeases(Duration.ofSeconds(10));
 * }</pre>
 */
public final class NodeAgent {
    private final Function<ControllerContext, ContainerRuntime> runtime;
    private final Function<ControllerContext, PodNetwork> network;
    private final Function<ControllerContext, VolumeDriver> volumes;
    private final @Nullable Duration leaseRenewal;

    private NodeAgent(
            Function<ControllerContext, ContainerRuntime> runtime,
            Function<ControllerContext, PodNetwork> network,
            Function<ControllerContext, VolumeDriver> volumes,
            @Nullable Duration leaseRenewal) {
        this.runtime = runtime;
        this.network = network;
        this.volumes = volumes;
        this.leaseRenewal = leaseRenewal;
    }

    /** Agents whose containers live by scripts. */
    public static NodeAgent simulated(ContainerScripts scripts) {
        return new NodeAgent(
                context -> new SimulatedRuntime(
                        context.memory(),
                        scripts,
                        context.runtime().clock(),
                        new ApiSurroundings(context.informers()),
                        context.signals()::ask),
                context -> new SimulatedNetwork(context.memory()),
                context -> new ApiVolumes(context.informers()),
                null);
    }

    /** With another container runtime; made for each cluster and each fork. */
    public NodeAgent runtime(Function<ControllerContext, ContainerRuntime> factory) {
        return new NodeAgent(factory, network, volumes, leaseRenewal);
    }

    /** With another network; made for each cluster and each fork. */
    public NodeAgent network(Function<ControllerContext, PodNetwork> factory) {
        return new NodeAgent(runtime, factory, volumes, leaseRenewal);
    }

    /** With another volume driver; made for each cluster and each fork. */
    public NodeAgent volumes(Function<ControllerContext, VolumeDriver> factory) {
        return new NodeAgent(runtime, network, factory, leaseRenewal);
    }

    /**
     * Renews the lease of every node that often; upstream does so every 10 s. It is a write each, 8,640 a node and day,
     * which is why leases without it are renewed only in effect: they have no {@code leaseDurationSeconds} while the
     * agent works, and get it, with the time of the stop, when the agent stops.
     */
    public NodeAgent renewingLeases(Duration every) {
        return new NodeAgent(runtime, network, volumes, every);
    }

    /** The controllers that do the agents' work. */
    public List<Controller> controllers() {
        return List.of(
                Controller.named("node-status")
                        .reporting("kubelet")
                        .over(Node.class)
                        .watching(Lease.class, NodeAgent::lostLease)
                        .reconcile(context -> new NodeStatusAgent(context, leaseRenewal)),
                Controller.named("kubelet")
                        .reporting("kubelet")
                        .watching(Pod.class, NodeAgent::pod)
                        .watching(Node.class, NodeAgent::podsOfNode)
                        .watching(ConfigMap.class, NodeAgent::readers)
                        .watching(Secret.class, NodeAgent::readers)
                        .watching(PersistentVolumeClaim.class, NodeAgent::readers)
                        .reconcile(this::podAgent));
    }

    private Reconciler podAgent(ControllerContext context) {
        var containers = runtime.apply(context);
        context.link().connect(containers.streams());
        return new PodAgent(context, containers, network.apply(context), volumes.apply(context));
    }

    /** A lease that somebody removed is written anew. */
    private static void lostLease(Change<Lease> change, Consumer<Request> enqueue) {
        var metadata = change.object().metadata();
        if (change.type() == Change.Type.DELETED && metadata.namespaceOrEmpty().equals(NodeStatusAgent.NAMESPACE)) {
            enqueue.accept(new Request("", metadata.nameOrEmpty()));
        }
    }

    private static void pod(Change<Pod> change, Consumer<Request> enqueue) {
        var pod = change.object();
        if (pod.spec().nodeName() != null && concernsAgent(change)) {
            enqueue.accept(Request.of(pod));
        }
    }

    /** Not when just the status changed, which the agent itself writes; unless somebody opens readiness gates there. */
    private static boolean concernsAgent(Change<Pod> change) {
        var before = change.previous();
        if (change.type() != Change.Type.MODIFIED || before == null) {
            return true;
        }
        var pod = change.object();
        return pod.metadata().generation() != before.metadata().generation()
                || !Objects.equals(
                        pod.metadata().deletionTimestamp(), before.metadata().deletionTimestamp())
                || !pod.metadata().annotations().equals(before.metadata().annotations())
                || !pod.metadata().finalizers().equals(before.metadata().finalizers())
                || !pod.spec().readinessGates().isEmpty()
                || !pod.spec().equals(before.spec());
    }

    private static Mapping<Node> podsOfNode(ControllerContext context) {
        return (change, enqueue) -> {
            var before = change.previous();
            var node = change.object();
            boolean same = before != null
                    && Nodes.isStopped(before) == Nodes.isStopped(node)
                    && Objects.equals(before.spec().podCIDR(), node.spec().podCIDR())
                    && before.status().addresses().equals(node.status().addresses());
            if (!same) {
                for (var pod : context.informers()
                        .lister(Pod.class)
                        .byIndex(Indexes.POD_BY_NODE, node.metadata().nameOrEmpty())) {
                    enqueue.accept(Request.of(pod));
                }
            }
        };
    }

    /** Pods that wait for an object, and those whose probes may see it. */
    private static <T extends KubernetesObject> Mapping<T> readers(ControllerContext context) {
        var memory = new AgentMemory(context.memory());
        return (change, enqueue) -> {
            var namespace = change.object().metadata().namespaceOrEmpty();
            for (var pod : memory.waiting(namespace)) {
                enqueue.accept(new Request(namespace, pod));
            }
            for (var name : memory.probing(namespace)) {
                var pod = context.informers().lister(Pod.class).get(namespace, name);
                if (pod.isPresent() && MountedConfiguration.is(change.object(), pod.get())) {
                    var request = new Request(namespace, name);
                    memory.addWrite(request);
                    enqueue.accept(request);
                }
            }
        };
    }
}
