package io.kubelayers.nucleus.podstream;

import io.kubelayers.nucleus.core.ContainerStatus;
import io.kubelayers.nucleus.core.Pod;
import io.kubelayers.nucleus.explain.Explained;
import io.kubelayers.nucleus.explain.Finding;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which run of a container a log is of (kubelet {@code kubelet_pods.go}, validateContainerLogStatus): the one that runs,
 * else the one that ended last, or on request the one before.
 *
 * @param container name of the container
 * @param run identifier of the run, "" if there is none
 * @param problem why there is none, "" if there is one
 */
public record LogChoice(String container, String run, String problem) implements Explained {
    /**
     * Decides by the status of the pod.
     *
     * @param previous whether the run before the present one is wanted
     */
    public static LogChoice of(Pod pod, String container, boolean previous) {
        var where = "container \"" + container + "\" in pod \"" + pod.metadata().nameOrEmpty() + "\"";
        var status = status(pod, container);
        if (status == null) {
            return refused(container, where + " is not available");
        }
        var running = status.state().running();
        var ended = status.state().terminated();
        var last = status.lastState().terminated();
        var lastRun = last == null || last.containerID() == null ? "" : last.containerID();
        if (previous) {
            return lastRun.isEmpty()
                    ? refused(container, "previous terminated " + where + " not found")
                    : new LogChoice(container, lastRun, "");
        }
        if (running != null) {
            return new LogChoice(container, String.valueOf(status.containerID()), "");
        }
        var endedRun = ended == null || ended.containerID() == null ? "" : ended.containerID();
        if (ended != null || last != null) {
            var run = endedRun.isEmpty() ? lastRun : endedRun;
            return run.isEmpty() ? refused(container, where + " is terminated") : new LogChoice(container, run, "");
        }
        return refused(container, where + " is waiting to start" + waiting(status));
    }

    private static String waiting(ContainerStatus status) {
        var waiting = status.state().waiting();
        if (waiting == null) {
            return " - no logs yet";
        }
        var reason = waiting.reason() == null ? "" : waiting.reason();
        return switch (reason) {
            case "ErrImagePull" -> ": image can't be pulled";
            case "ImagePullBackOff" -> ": trying and failing to pull image";
            default -> ": " + reason;
        };
    }

    private static @Nullable ContainerStatus status(Pod pod, String container) {
        var status = pod.status();
        for (var statuses : List.of(
                status.containerStatuses(), status.initContainerStatuses(), status.ephemeralContainerStatuses())) {
            for (var one : statuses) {
                if (one.name().equals(container)) {
                    return one;
                }
            }
        }
        return null;
    }

    private static LogChoice refused(String container, String why) {
        return new LogChoice(container, "", why);
    }

    /** Whether there is a run to read. */
    public boolean found() {
        return problem.isEmpty();
    }

    @Override
    public String explain() {
        return found() ? "run " + run + " of container " + container : problem;
    }

    @Override
    public Finding finding() {
        return found()
                ? Finding.pass("streams.log", container, explain())
                : Finding.fail("streams.log", container, problem);
    }
}
