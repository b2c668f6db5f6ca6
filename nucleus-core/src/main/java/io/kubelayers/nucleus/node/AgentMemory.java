package io.kubelayers.nucleus.node;

import io.kubelayers.nucleus.control.Memory;
import io.kubelayers.nucleus.control.Request;
import java.util.List;
import java.util.Optional;
import org.pcollections.TreePMap;

/** What the agent keeps in its controller's memory: pods, what nodes have given away, and who waits for configuration. */
final class AgentMemory {
    /**
     * The pods of a namespace that wait for a config map, a secret or a claim.
     *
     * @param names their names, each with itself
     */
    private record Waiting(TreePMap<String, String> names) {}

    private final Memory memory;

    AgentMemory(Memory memory) {
        this.memory = memory;
    }

    Optional<AgentPod> pod(Request request) {
        return memory.get("pod/" + request, AgentPod.class);
    }

    void put(Request request, AgentPod pod) {
        memory.put("pod/" + request, pod);
    }

    void forget(Request request) {
        memory.forget("pod/" + request);
    }

    NodeUse use(String node) {
        return memory.get("use/" + node, NodeUse.class).orElse(NodeUse.NONE);
    }

    void putUse(String node, NodeUse use) {
        memory.put("use/" + node, use);
    }

    List<String> waiting(String namespace) {
        return List.copyOf(names(namespace).values());
    }

    void setWaiting(Request request, boolean waits) {
        var names = names(request.namespace());
        if (waits != names.containsKey(request.name())) {
            var changed = waits ? names.plus(request.name(), request.name()) : names.minus(request.name());
            memory.put("waiting/" + request.namespace(), new Waiting(changed));
        }
    }

    private TreePMap<String, String> names(String namespace) {
        return memory.get("waiting/" + namespace, Waiting.class)
                .map(Waiting::names)
                .orElse(TreePMap.empty());
    }
}
