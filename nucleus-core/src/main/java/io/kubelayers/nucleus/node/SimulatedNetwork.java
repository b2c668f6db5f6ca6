package io.kubelayers.nucleus.node;

import io.kubelayers.nucleus.control.Memory;
import io.kubelayers.nucleus.core.Node;
import io.kubelayers.nucleus.core.Pod;
import java.util.List;

/** Addresses from the node's {@code spec.podCIDR}; nothing is really connected. */
public final class SimulatedNetwork implements PodNetwork {
    private final Memory memory;

    public SimulatedNetwork(Memory memory) {
        this.memory = memory;
    }

    @Override
    public List<String> attach(Pod pod, Node node) {
        var cidr = node.spec().podCIDR();
        if (cidr == null) {
            throw new NetworkException("network is not ready: node has no pod CIDR");
        }
        var uid = String.valueOf(pod.metadata().uid());
        var range = range(node.metadata().nameOrEmpty());
        var block = Ipv4Block.parse(cidr);
        var place = range.byPod().get(uid);
        if (place == null) {
            range = range.attach(uid, block.hosts() - 1);
            place = range.byPod().get(uid);
            if (place == null) {
                throw new NetworkException("Failed to create pod sandbox: rpc error: code = Unknown desc = failed to "
                        + "setup network for sandbox: no IP addresses available in range set: " + block.address(1)
                        + "-" + block.address(block.hosts()));
            }
            memory.put(key(node.metadata().nameOrEmpty()), range);
        }
        return List.of(block.address(place));
    }

    @Override
    public void detach(String podUid, String node) {
        memory.put(key(node), range(node).detach(podUid));
    }

    private PodRange range(String node) {
        return memory.get(key(node), PodRange.class).orElse(PodRange.EMPTY);
    }

    private static String key(String node) {
        return "addresses/" + node;
    }
}
