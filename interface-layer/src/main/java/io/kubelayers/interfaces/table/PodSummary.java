package io.kubelayers.interfaces.table;

import io.kubelayers.nucleus.core.Container;
import io.kubelayers.nucleus.core.ContainerState;
import io.kubelayers.nucleus.core.ContainerStatus;
import io.kubelayers.nucleus.core.Pod;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The state of a pod in a few words: its init containers while they run, then its containers, the first one last, so
 * that it has the last say ({@code printers.go}, printPod).
 *
 * @param containers containers, sidecars included
 * @param ready how many of them are ready
 * @param status one word: a phase, or the reason why a container is not running
 * @param restarts how often containers were started again
 * @param lastRestart when one last ended before it was started again; null if none did
 */
record PodSummary(int containers, int ready, String status, int restarts, @Nullable Instant lastRestart) {
    static PodSummary of(Pod pod) {
        return new Reading(pod).read();
    }

    /** Whether a condition of the pod is true. */
    static boolean has(Pod pod, String condition) {
        for (var each : pod.status().conditions()) {
            if (each.type().equals(condition)) {
                return each.status().equals("True");
            }
        }
        return false;
    }

    /** What is known after part of the containers was looked at. */
    private static final class Reading {
        private final Pod pod;
        private final Set<String> sidecars = new HashSet<>();
        private int ready;
        private String status;
        private int restarts;
        private @Nullable Instant lastRestart;
        private int sidecarRestarts;
        private @Nullable Instant lastSidecarRestart;

        Reading(Pod pod) {
            this.pod = pod;
            status = phase();
            for (Container container : pod.spec().initContainers()) {
                if ("Always".equals(container.restartPolicy())) {
                    sidecars.add(container.name());
                }
            }
        }

        PodSummary read() {
            boolean initializing = initContainers();
            if (!initializing || has(pod, "Initialized")) {
                restarts = sidecarRestarts;
                lastRestart = lastSidecarRestart;
                containers();
            }
            deletion();
            int containers = pod.spec().containers().size() + sidecars.size();
            return new PodSummary(containers, ready, status, restarts, lastRestart);
        }

        private String phase() {
            for (var condition : pod.status().conditions()) {
                if (condition.type().equals("PodScheduled") && "SchedulingGated".equals(condition.reason())) {
                    return "SchedulingGated";
                }
            }
            return Cells.text(pod.status().reason(), Cells.text(pod.status().phase()));
        }

        private boolean initContainers() {
            int done = 0;
            for (var container : pod.status().initContainerStatuses()) {
                boolean sidecar = sidecars.contains(container.name());
                restarts += container.restartCount();
                lastRestart = later(lastRestart, container);
                if (sidecar) {
                    sidecarRestarts += container.restartCount();
                    lastSidecarRestart = later(lastSidecarRestart, container);
                }
                var terminated = container.state().terminated();
                boolean finished = terminated != null && terminated.exitCode() == 0;
                boolean started = sidecar && Boolean.TRUE.equals(container.started());
                if (!finished && !started) {
                    status = "Init:" + stage(container, done);
                    return true;
                }
                if (!finished && container.ready()) {
                    ready++;
                }
                done++;
            }
            return false;
        }

        private String stage(ContainerStatus container, int done) {
            var terminated = container.state().terminated();
            if (terminated != null) {
                return ending(terminated);
            }
            var waiting = container.state().waiting();
            var reason = waiting == null ? "" : Cells.text(waiting.reason());
            if (!reason.isEmpty() && !reason.equals("PodInitializing")) {
                return reason;
            }
            return done + "/" + pod.spec().initContainers().size();
        }

        private void containers() {
            boolean running = false;
            var statuses = pod.status().containerStatuses();
            for (int i = statuses.size() - 1; i >= 0; i--) {
                var container = statuses.get(i);
                restarts += container.restartCount();
                lastRestart = later(lastRestart, container);
                var state = container.state();
                if (state.waiting() != null
                        && !Cells.text(state.waiting().reason()).isEmpty()) {
                    status = Cells.text(state.waiting().reason());
                } else if (state.terminated() != null) {
                    status = ending(state.terminated());
                } else if (container.ready() && state.running() != null) {
                    running = true;
                    ready++;
                }
            }
            if (status.equals("Completed") && running) {
                status = has(pod, "Ready") ? "Running" : "NotReady";
            }
        }

        private static String ending(ContainerState.Terminated terminated) {
            var reason = Cells.text(terminated.reason());
            if (!reason.isEmpty()) {
                return reason;
            }
            return terminated.signal() != 0 ? "Signal:" + terminated.signal() : "ExitCode:" + terminated.exitCode();
        }

        private void deletion() {
            if (pod.metadata().deletionTimestamp() == null) {
                return;
            }
            var phase = pod.status().phase();
            if ("NodeLost".equals(pod.status().reason())) {
                status = "Unknown";
            } else if (!Pod.Phase.SUCCEEDED.equals(phase) && !Pod.Phase.FAILED.equals(phase)) {
                status = "Terminating";
            }
        }

        private static @Nullable Instant later(@Nullable Instant instant, ContainerStatus container) {
            var last = container.lastState().terminated();
            var finished = last == null ? null : last.finishedAt();
            if (finished == null) {
                return instant;
            }
            return instant == null || instant.isBefore(finished) ? finished : instant;
        }
    }
}
