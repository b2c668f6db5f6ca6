package io.kubelayers.interfaces.scheduling;

import io.kubelayers.application.scheduling.Eviction;
import io.kubelayers.application.scheduling.ListedObjects;
import io.kubelayers.application.scheduling.Scheduling;
import io.kubelayers.application.scheduling.framework.PodInfo;
import io.kubelayers.governance.disruption.BudgetAnswers;
import io.kubelayers.governance.storage.StorageAnswers;
import io.kubelayers.nucleus.cluster.Manifests;
import io.kubelayers.nucleus.core.Node;
import io.kubelayers.nucleus.core.Pod;
import io.kubelayers.nucleus.meta.KubernetesObject;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * A cluster as files describe it.
 *
 * <p>Objects with a uid come from a cluster ({@code kubectl get nodes,pods -A -o yaml}) and are taken as they are: pods on
 * nodes count there, pods without one wait. Objects without a uid are manifests: an API server of this process admits them, with
 * defaults, limit ranges and priorities, or refuses them; of workloads come their pods, which wait. A workload of a manifest takes the
 * place of the one of that name in the dump, with its pods.
 *
 * @param nodes the nodes
 * @param placed pods on nodes, by the files
 * @param waiting pods that wait for a node, in the order of the files
 * @param others what else there is: claims, volumes, services …
 * @param refused what the API server refuses
 */
public record GivenCluster(
        List<Node> nodes, List<Pod> placed, List<Pod> waiting, List<KubernetesObject> others, List<Refusal> refused) {
    /**
     * An object that the API server refuses.
     *
     * @param place where it stands: {@code shop.yaml:12}
     * @param message why, in upstream's words
     */
    public record Refusal(String place, String message) {
        @Override
        public String toString() {
            return place + ": " + message;
        }
    }

    public GivenCluster {
        nodes = List.copyOf(nodes);
        placed = List.copyOf(placed);
        waiting = List.copyOf(waiting);
        others = List.copyOf(others);
        refused = List.copyOf(refused);
    }

    /**
     * Reads files.
     *
     * @throws io.kubelayers.nucleus.codec.DecodeException if one can't be read, with its name, line and column
     */
    public static GivenCluster read(Manifests manifests) {
        return read(manifests, stage -> {});
    }

    /** The same; the listener is told what is being done. */
    public static GivenCluster read(Manifests manifests, Consumer<String> listener) {
        return ClusterFiles.read(manifests, listener);
    }

    /** The scheduler's view of it, by the default profile. */
    public Scheduling scheduling() {
        var objects = ListedObjects.of(others).with(StorageAnswers.of(others)).with(BudgetAnswers.of(others));
        return Scheduling.on(nodes, placed).with(objects);
    }

    /**
     * The same cluster with all pods waiting that can go elsewhere, those on nodes first: what a scheduler would make of them if it
     * could start anew.
     */
    public GivenCluster fromScratch() {
        var staying = new ArrayList<Pod>();
        var moving = new ArrayList<Pod>();
        for (var pod : placed) {
            if (!Eviction.isMovable(pod)) {
                staying.add(pod);
            } else if (!PodInfo.isFinished(pod)) {
                moving.add(Eviction.unbound(pod));
            }
        }
        moving.addAll(waiting);
        return new GivenCluster(nodes, staying, moving, others, refused);
    }

    /** A node of that shape as it is left for others once the DaemonSets that run on it have their pods. */
    public Node afterDaemons(Node shape) {
        return Daemons.of(others).takenOff(shape);
    }
}
