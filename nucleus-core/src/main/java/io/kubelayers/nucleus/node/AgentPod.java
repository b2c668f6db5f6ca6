package io.kubelayers.nucleus.node;

import io.kubelayers.nucleus.core.Pod;
import io.kubelayers.nucleus.value.Absent;
import io.kubelayers.nucleus.value.Quantity;
import io.soabase.recordbuilder.core.RecordBuilder;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What the agent remembers of a pod that it has admitted, until the pod has ended.
 *
 * @param uid uid of the pod; a pod of the same name with another uid is another pod
 * @param node node that runs it
 * @param requests what it holds of the node
 * @param ports host ports that it holds, as {@link NodeUse} writes them
 * @param startedAt when it was admitted
 * @param ips its addresses; none before it is connected
 * @param networkProblem why it could not be connected, "" if it could
 * @param networkRetryAt when to try again
 * @param told the last event about the pod as a whole
 * @param expired whether it ran longer than its deadline
 * @param changes the last count of changes from outside that was taken in
 * @param containers memories by container name
 */
@RecordBuilder
public record AgentPod(
        String uid,
        String node,
        Map<String, Quantity> requests,
        List<String> ports,
        Instant startedAt,
        List<String> ips,
        String networkProblem,
        @Nullable Instant networkRetryAt,
        Told told,
        boolean expired,
        long changes,
        Map<String, ContainerMemory> containers)
        implements AgentPodBuilder.With {

    public AgentPod {
        requests = Absent.map(requests);
        ports = Absent.list(ports);
        ips = Absent.list(ips);
        containers = Absent.map(containers);
    }

    /** A pod at the moment the node takes it. */
    public static AgentPod admitted(
            String uid, String node, Map<String, Quantity> requests, List<String> ports, Instant now) {
        return new AgentPod(uid, node, requests, ports, now, List.of(), "", null, Told.NOTHING, false, 0, Map.of());
    }

    /** The memory of a container, a blank one if there is none. */
    public ContainerMemory container(String name) {
        return containers.getOrDefault(name, ContainerMemory.NEW);
    }

    AgentPod with(String container, ContainerMemory memory) {
        var changed = new TreeMap<>(containers);
        changed.put(container, memory);
        return withContainers(changed);
    }

    /** The pod with its address, which its status does not have before the agent has reported it. */
    Pod addressed(Pod pod) {
        return ips.isEmpty() || pod.status().podIP() != null
                ? pod
                : pod.withStatus(pod.status().withPodIP(ips.get(0)));
    }

    boolean isConnected() {
        return !ips.isEmpty();
    }
}
