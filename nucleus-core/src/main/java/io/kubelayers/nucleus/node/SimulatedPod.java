package io.kubelayers.nucleus.node;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.pcollections.TreePMap;

/**
 * What the simulated runtime has of a pod.
 *
 * @param containers newest runs by container name
 * @param previous the runs before those
 * @param pulls newest pulls by container name
 */
record SimulatedPod(
        TreePMap<String, SimulatedContainer> containers,
        TreePMap<String, SimulatedContainer> previous,
        TreePMap<String, Pull> pulls) {
    static final SimulatedPod EMPTY = new SimulatedPod(TreePMap.empty(), TreePMap.empty(), TreePMap.empty());

    /**
     * A pull of an image.
     *
     * @param image which one
     * @param attempt counts from 1
     * @param startedAt when it began
     * @param doneAt when it has succeeded or failed
     * @param error why it fails, null if it does not
     */
    record Pull(String image, int attempt, Instant startedAt, Instant doneAt, @Nullable String error) {
        ImageState.Pull seenAt(Instant now) {
            boolean done = !doneAt.isAfter(now);
            return new ImageState.Pull(attempt, startedAt, done ? doneAt : null, done ? error : null);
        }
    }

    SimulatedPod with(SimulatedContainer container) {
        var before = containers.get(container.name());
        var older = before == null || before.id().equals(container.id())
                ? previous
                : previous.plus(container.name(), before);
        return new SimulatedPod(containers.plus(container.name(), container), older, pulls);
    }

    SimulatedPod with(String container, Pull pull) {
        return new SimulatedPod(containers, previous, pulls.plus(container, pull));
    }
}
