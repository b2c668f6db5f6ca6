package io.kubelayers.interfaces.tour;

import io.kubelayers.nucleus.core.Event;
import io.kubelayers.nucleus.core.Pod;
import java.util.Optional;

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
                .or(() -> mount(tour, pod));
    }

    private static Optional<String> missing(String waiting) {
        return waiting.startsWith("CreateContainerConfigError") ? Optional.of(waiting) : Optional.empty();
    }

    /** What is complained of the volumes of a pod that waits for them: the first, and how many there are. */
    private static Optional<String> mount(TourContext tour, Pod pod) {
        var phase = pod.status().phase();
        if (phase != null && !phase.equals(Pod.Phase.PENDING)) {
            return Optional.empty();
        }
        var complaints = tour.cluster().lister(Event.class).list(Names.namespace(pod)).stream()
                .filter(event -> "FailedMount".equals(event.reason()))
                .filter(event -> Names.isAbout(event, pod))
                .map(event -> event.reason() + ": " + event.message())
                .sorted()
                .toList();
        return switch (complaints.size()) {
            case 0 -> Optional.empty();
            case 1 -> Optional.of(complaints.get(0));
            default -> Optional.of(complaints.get(0) + "; and " + (complaints.size() - 1) + " more like it");
        };
    }
}
