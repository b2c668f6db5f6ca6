package io.kubelayers.interfaces.tour;

import io.kubelayers.nucleus.cluster.Cluster;
import io.kubelayers.nucleus.core.Node;
import io.kubelayers.nucleus.core.Pod;
import io.kubelayers.nucleus.core.PodConditionType;
import io.kubelayers.nucleus.meta.KubernetesObject;
import io.kubelayers.nucleus.pod.PodConditions;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * What the chapters share: the cluster and the application in it.
 *
 * @param cluster the live cluster
 * @param objects the application as it was written, in its order
 * @param recorder listens to requests and controllers when asked to
 * @param seed chance of the tour
 */
public record TourContext(Cluster cluster, List<KubernetesObject> objects, Recorder recorder, long seed) {
    public TourContext {
        objects = List.copyOf(objects);
    }

    /** The objects of a kind that the application brings, as they are in the cluster now. */
    <T extends KubernetesObject> List<T> own(Class<T> kind) {
        return objects.stream()
                .filter(kind::isInstance)
                .map(kind::cast)
                .flatMap(object -> now(kind, object).stream())
                .toList();
    }

    /** The object as it is in the cluster now. */
    <T extends KubernetesObject> Optional<T> now(Class<T> kind, T object) {
        var namespace = cluster.types().typeOf(object).namespaced() ? Names.namespace(object) : "";
        return cluster.lister(kind).get(namespace, object.metadata().nameOrEmpty());
    }

    List<Pod> pods() {
        return cluster.lister(Pod.class).list();
    }

    List<Node> nodes() {
        return cluster.lister(Node.class).list();
    }

    /** A pod that is placed and can be replaced, of the workload that the tour follows if possible. */
    Optional<Pod> example() {
        var placed = pods().stream()
                .filter(pod -> pod.spec().nodeName() != null && !isFinished(pod))
                .filter(pod -> pod.metadata()
                        .controllerOwner()
                        .filter(owner -> !owner.kind().equals("DaemonSet"))
                        .isPresent())
                .toList();
        var followed = OpeningChapter.traced(this)
                .map(object -> object.metadata().nameOrEmpty())
                .orElse("");
        return placed.stream()
                .filter(pod -> Names.group(pod).equals(followed))
                .findFirst()
                .or(() -> placed.stream().findFirst());
    }

    static boolean isReady(Pod pod) {
        return PodConditions.isTrue(pod.status(), PodConditionType.READY);
    }

    static boolean isFinished(Pod pod) {
        var phase = pod.status().phase();
        return Pod.Phase.SUCCEEDED.equals(phase) || Pod.Phase.FAILED.equals(phase);
    }

    /** Running and ready, or done with its work. */
    static boolean isWell(Pod pod) {
        return isFinished(pod) || Pod.Phase.RUNNING.equals(pod.status().phase()) && isReady(pod);
    }

    /**
     * Lets time pass second by second until a condition holds.
     *
     * @return the seconds it took, or -1 if it does not hold after the longest time
     */
    long await(Duration longest, Predicate<Cluster> condition) {
        for (long second = 0; second <= longest.toSeconds(); second++) {
            if (condition.test(cluster.settle())) {
                return second;
            }
            cluster.advance(Duration.ofSeconds(1));
        }
        return -1;
    }
}
