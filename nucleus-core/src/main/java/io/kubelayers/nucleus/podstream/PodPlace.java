package io.kubelayers.nucleus.podstream;

import io.kubelayers.nucleus.control.Informers;
import io.kubelayers.nucleus.core.Container;
import io.kubelayers.nucleus.core.Node;
import io.kubelayers.nucleus.core.Pod;
import io.kubelayers.nucleus.errors.ApiErrors;
import io.kubelayers.nucleus.node.Nodes;
import io.kubelayers.nucleus.server.ApiRequest;
import io.kubelayers.nucleus.server.Body;
import io.kubelayers.nucleus.streaming.AgentRefusedException;
import io.kubelayers.nucleus.streaming.ContainerStreams;
import io.kubelayers.nucleus.streaming.ProxyTarget;
import io.kubelayers.nucleus.streaming.RuntimeLink;
import java.util.List;

/** Finds pods and the agents of the nodes they run on, with upstream's words where there are none. */
public final class PodPlace {
    private static final int KUBELET_PORT = 10250;

    private final Informers informers;
    private final RuntimeLink link;

    public PodPlace(Informers informers, RuntimeLink link) {
        this.informers = informers;
        this.link = link;
    }

    /**
     * A pod.
     *
     * @throws io.kubelayers.nucleus.errors.ApiException 404 if there is none
     */
    public Pod pod(String namespace, String name) {
        return informers
                .lister(Pod.class)
                .get(namespace, name)
                .orElseThrow(() -> ApiErrors.notFound(new ApiErrors.Resource("", "pods"), name));
    }

    /**
     * The runtime that has a pod.
     *
     * @throws io.kubelayers.nucleus.errors.ApiException 400 if the pod has no node, 404 if that is gone
     * @throws AgentRefusedException if no agent answers there
     */
    public ContainerStreams runtime(Pod pod) {
        var name = pod.spec().nodeName();
        if (name == null) {
            throw ApiErrors.badRequest("pod " + pod.metadata().nameOrEmpty() + " does not have a host assigned");
        }
        return runtime(node(name));
    }

    /**
     * A node.
     *
     * @throws io.kubelayers.nucleus.errors.ApiException 404 if there is none
     */
    public Node node(String name) {
        return informers
                .lister(Node.class)
                .get("", name)
                .orElseThrow(() -> ApiErrors.notFound(new ApiErrors.Resource("", "nodes"), name));
    }

    ContainerStreams runtime(Node node) {
        if (Nodes.isStopped(node)) {
            throw AgentRefusedException.internal("error dialing backend: dial tcp " + Nodes.internalIp(node) + ":"
                    + KUBELET_PORT + ": connect: connection refused");
        }
        return link.of(node.metadata().nameOrEmpty());
    }

    /**
     * A port of a pod, connected to.
     *
     * @throws io.kubelayers.nucleus.errors.ApiException 503 if it can't be reached
     */
    public ProxyTarget target(Pod pod, int port) {
        var address = pod.status().podIP() + ":" + port;
        boolean runs = pod.status().containerStatuses().stream()
                .anyMatch(status -> status.state().running() != null);
        var refusal = "error trying to reach service: dial tcp " + address + ": connect: connection refused";
        if (!runs) {
            throw ApiErrors.serviceUnavailable(refusal);
        }
        try {
            var connection = runtime(pod).connect(pod, port);
            if (connection.failure().isPresent()) {
                throw ApiErrors.serviceUnavailable(refusal);
            }
            return new ProxyTarget(address, connection);
        } catch (AgentRefusedException refused) {
            throw ApiErrors.serviceUnavailable("error trying to reach service: " + refused.text());
        }
    }

    /**
     * The container that is meant.
     *
     * @throws io.kubelayers.nucleus.errors.ApiException 400 if it is not clear which
     */
    static Container container(Pod pod, String name) {
        var choice = ContainerChoice.of(pod, name);
        return choice.found()
                .orElseThrow(() -> ApiErrors.badRequest(choice.problem()).because(choice));
    }

    static boolean isRunning(Pod pod, String container) {
        var choice = LogChoice.of(pod, container, false);
        for (var status : pod.status().containerStatuses()) {
            if (status.name().equals(container)) {
                return choice.found() && status.state().running() != null;
            }
        }
        for (var statuses :
                List.of(pod.status().initContainerStatuses(), pod.status().ephemeralContainerStatuses())) {
            for (var status : statuses) {
                if (status.name().equals(container)) {
                    return status.state().running() != null;
                }
            }
        }
        return false;
    }

    /**
     * The options of a connection.
     *
     * @throws io.kubelayers.nucleus.errors.ApiException 400 if the request has others
     */
    static <T extends Record> T options(ApiRequest request, Class<T> type) {
        if (request.body() instanceof Body.Connect connect && type.isInstance(connect.options())) {
            return type.cast(connect.options());
        }
        throw ApiErrors.badRequest("the request has no " + type.getSimpleName());
    }
}
