package io.kubelayers.nucleus.podstream;

import io.kubelayers.nucleus.codec.Codec;
import io.kubelayers.nucleus.control.Indexes;
import io.kubelayers.nucleus.control.Informers;
import io.kubelayers.nucleus.core.Node;
import io.kubelayers.nucleus.core.Pod;
import io.kubelayers.nucleus.errors.ApiErrors;
import io.kubelayers.nucleus.node.Nodes;
import io.kubelayers.nucleus.program.HttpAnswer;
import io.kubelayers.nucleus.program.HttpAsk;
import io.kubelayers.nucleus.program.HttpPort;
import io.kubelayers.nucleus.server.ApiRequest;
import io.kubelayers.nucleus.server.ApiResponse;
import io.kubelayers.nucleus.server.SubresourceHandler;
import io.kubelayers.nucleus.streaming.AgentRefusedException;
import io.kubelayers.nucleus.streaming.ProxyTarget;
import io.kubelayers.nucleus.types.TypeRegistry;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * {@code nodes/NAME/proxy}: the kubelet's own server, of which there are {@code /healthz}, {@code /pods} and {@code
 * /stats/summary} here; other paths are not found.
 */
public final class NodeProxy implements SubresourceHandler {
    private static final String KUBELET_PORT = "10250";

    private final PodPlace place;
    private final Informers informers;

    public NodeProxy(PodPlace place, Informers informers) {
        this.place = place;
        this.informers = informers;
    }

    @Override
    public Class<Node> parent() {
        return Node.class;
    }

    @Override
    public String name() {
        return "proxy";
    }

    @Override
    public ApiResponse handle(ApiRequest request) {
        var name = ProxyName.parse(request.name())
                .orElseThrow(() -> ApiErrors.badRequest("invalid node request \"" + request.name() + "\""));
        var node = place.node(name.name());
        var port = name.port().isEmpty() ? KUBELET_PORT : name.port();
        var address = Nodes.internalIp(node) + ":" + port;
        if (!port.equals(KUBELET_PORT) || Nodes.isStopped(node)) {
            throw ApiErrors.serviceUnavailable(
                    "error trying to reach service: dial tcp " + address + ": connect: connection refused");
        }
        try {
            place.runtime(node);
        } catch (AgentRefusedException refused) {
            throw ApiErrors.serviceUnavailable("error trying to reach service: " + refused.text());
        }
        var kubelet = HttpPort.connect(ask -> answer(ask, node));
        return new ApiResponse.Connected(new ProxyTarget(address, kubelet), List.of());
    }

    private HttpAnswer answer(HttpAsk ask, Node node) {
        return switch (ask.path()) {
            case "/healthz" -> HttpAnswer.text(200, "ok");
            case "/pods", "/pods/", "/runningpods/" -> HttpAnswer.of(200, "application/json", podList(pods(node)));
            case "/stats/summary" -> HttpAnswer.of(200, "application/json", NodeSummary.of(node, pods(node)));
            default -> HttpAnswer.text(404, "404 page not found\n");
        };
    }

    private List<Pod> pods(Node node) {
        return informers
                .lister(Pod.class)
                .byIndex(Indexes.POD_BY_NODE, node.metadata().nameOrEmpty());
    }

    private static String podList(List<Pod> pods) {
        var codec = Codec.of(TypeRegistry.of(List.of(Pod.class)));
        var items = new ArrayList<@Nullable Object>();
        for (var pod : pods) {
            items.add(codec.toTree(pod));
        }
        var list = new LinkedHashMap<String, @Nullable Object>();
        list.put("kind", "PodList");
        list.put("apiVersion", "v1");
        list.put("metadata", Map.of());
        list.put("items", items);
        return Codec.json(list);
    }
}
