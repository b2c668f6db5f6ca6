package io.kubelayers.interfaces.tour;

import io.kubelayers.nucleus.core.ConfigMap;
import io.kubelayers.nucleus.core.Event;
import io.kubelayers.nucleus.core.Pod;
import io.kubelayers.nucleus.core.Secret;
import io.kubelayers.nucleus.meta.KubernetesObject;
import java.util.Comparator;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Why a pod cannot run, where that is the application's own doing: no node takes it, or something it mounts or reads is
 * not among the manifests.
 */
final class Obstacle {
    private Obstacle() {}

    /** The cluster's words; empty if nothing stands in the way of the pod. */
    static Optional<String> of(TourContext tour, Pod pod) {
        return PlacementChapter.unschedulable(pod)
                .or(() -> missing(WaitingContainers.of(pod)))
                .or(() -> mount(tour, pod))
                .or(() -> absent(tour, pod));
    }

    private static Optional<String> missing(String waiting) {
        return waiting.startsWith("CreateContainerConfigError") ? Optional.of(waiting) : Optional.empty();
    }

    /** The first of several complaints. */
    private static String first(String message) {
        var complaints = message.split("; ");
        return complaints.length == 1 ? message : complaints[0] + "; and " + (complaints.length - 1) + " more like it";
    }

    /** The newest complaint about a volume of a pod that waits for its volumes. */
    private static Optional<String> mount(TourContext tour, Pod pod) {
        return tour.cluster().lister(Event.class).list(Names.namespace(pod)).stream()
                .filter(event -> "FailedMount".equals(event.reason()))
                .filter(event -> Names.isAbout(event, pod))
                .max(Comparator.comparing(event -> event.metadata().nameOrEmpty()))
                .map(event -> event.reason() + ": " + first(String.valueOf(event.message())))
                .filter(message ->
                        pod.status().phase() == null || pod.status().phase().equals(Pod.Phase.PENDING));
    }

    /** What its volumes name and nobody made. Complaints end an hour after the last, the lack of it may last longer. */
    private static Optional<String> absent(TourContext tour, Pod pod) {
        if (pod.spec().nodeName() == null
                || !Pod.Phase.PENDING.equals(pod.status().phase())) {
            return Optional.empty();
        }
        var namespace = Names.namespace(pod);
        for (var volume : pod.spec().volumes()) {
            var map = volume.configMap();
            if (map != null
                    && !Boolean.TRUE.equals(map.optional())
                    && isAbsent(tour, ConfigMap.class, namespace, map.name())) {
                return Optional.of("configmap \"" + map.name() + "\" not found");
            }
            var secret = volume.secret();
            if (secret != null
                    && !Boolean.TRUE.equals(secret.optional())
                    && isAbsent(tour, Secret.class, namespace, secret.secretName())) {
                return Optional.of("secret \"" + secret.secretName() + "\" not found");
            }
        }
        return Optional.empty();
    }

    private static boolean isAbsent(
            TourContext tour, Class<? extends KubernetesObject> kind, String namespace, @Nullable String name) {
        return name != null && tour.cluster().lister(kind).get(namespace, name).isEmpty();
    }
}
