package io.kubelayers.nucleus.node;

import io.kubelayers.nucleus.control.Memory;
import io.kubelayers.nucleus.control.Request;
import java.util.List;
import java.util.Optional;
import org.pcollections.TreePMap;

/** What the agent keeps in its controller's memory: pods, what nodes have given away, and who waits for configuration. */
final class AgentMemory {
    /**
     * Pods of a namespace that are to be told of something.
     *
     * @param names their names, each with itself
     */
    private record Listeners(TreePMap<String, String> names) {}

    /** How often files that a pod sees were written in the API. */
    private record Writes(long times) {}

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
        memory.forget("writes/" + request);
    }

    NodeUse use(String node) {
        return memory.get("use/" + node, NodeUse.class).orElse(NodeUse.NONE);
    }

    void putUse(String node, NodeUse use) {
        memory.put("use/" + node, use);
    }

    /** The pods of a namespace that wait for a config map, a secret or a claim. */
    List<String> waiting(String namespace) {
        return List.copyOf(names("waiting/" + namespace).values());
    }

    void setWaiting(Request request, boolean waits) {
        listen("waiting/" + request.namespace(), request.name(), waits);
    }

    /** The pods of a namespace whose probes may see files of config maps and secrets. */
    List<String> probing(String namespace) {
        return List.copyOf(names("probing/" + namespace).values());
    }

    void setProbing(Request request, boolean probes) {
        listen("probing/" + request.namespace(), request.name(), probes);
    }

    /** How often something was written that probes of a pod may see. */
    long writes(Request request) {
        return memory.get("writes/" + request, Writes.class).map(Writes::times).orElse(0L);
    }

    void addWrite(Request request) {
        memory.put("writes/" + request, new Writes(writes(request) + 1));
    }

    private void listen(String key, String name, boolean listens) {
        var names = names(key);
        if (listens != names.containsKey(name)) {
            memory.put(key, new Listeners(listens ? names.plus(name, name) : names.minus(name)));
        }
    }

    private TreePMap<String, String> names(String key) {
        return memory.get(key, Listeners.class).map(Listeners::names).orElse(TreePMap.empty());
    }
}
