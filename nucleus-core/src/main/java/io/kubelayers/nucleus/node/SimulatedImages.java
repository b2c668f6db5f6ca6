package io.kubelayers.nucleus.node;

import io.kubelayers.nucleus.control.Memory;
import io.kubelayers.nucleus.core.Container;
import io.kubelayers.nucleus.core.Pod;
import io.kubelayers.nucleus.pod.ImageReference;
import io.kubelayers.nucleus.value.Absent;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The images of simulated nodes, and the registries that they come from: both as the scripts of containers say. What one
 * pod has pulled is there for all pods of its node.
 */
final class SimulatedImages {
    private final Memory memory;

    SimulatedImages(Memory memory) {
        this.memory = memory;
    }

    /**
     * How far an image is.
     *
     * @param last the newest pull for the container, of whatever image
     */
    ImageState state(
            Pod pod, Container container, ContainerScript script, SimulatedPod.@Nullable Pull last, Instant now) {
        var pull = about(container, last);
        return new ImageState(isPresent(pod, container, script, now), pull == null ? null : pull.seenAt(now));
    }

    /** The next pull, whose end is known from its beginning. */
    SimulatedPod.Pull pull(
            Pod pod, Container container, ContainerScript script, SimulatedPod.@Nullable Pull last, Instant now) {
        var before = about(container, last);
        int attempt = before == null ? 1 : before.attempt() + 1;
        var image = Absent.text(container.image());
        boolean present = isPresent(pod, container, script, now);
        var first = script.imagePull();
        var takes = present || first == null ? Duration.ZERO : first;
        if (attempt <= script.failedPulls()) {
            return new SimulatedPod.Pull(image, attempt, now, now.plus(takes), error(image, script));
        }
        var doneAt = memory.get(key(pod, container), Instant.class)
                .filter(done -> done.isAfter(now)) // another pod's pull of it is under way
                .orElse(now.plus(takes));
        if (!present) {
            memory.put(key(pod, container), doneAt);
        }
        return new SimulatedPod.Pull(image, attempt, now, doneAt, null);
    }

    /** The pull, if it is of the image that the container has now. */
    private static SimulatedPod.@Nullable Pull about(Container container, SimulatedPod.@Nullable Pull pull) {
        return pull != null && pull.image().equals(Absent.text(container.image())) ? pull : null;
    }

    private boolean isPresent(Pod pod, Container container, ContainerScript script, Instant now) {
        return script.imagePull() == null && script.failedPulls() == 0
                || memory.get(key(pod, container), Instant.class)
                        .filter(since -> !since.isAfter(now))
                        .isPresent();
    }

    private static String error(String image, ContainerScript script) {
        if (!script.pullError().isEmpty()) {
            return script.pullError();
        }
        var whole = ImageReference.whole(image);
        return "rpc error: code = NotFound desc = failed to pull and unpack image \"" + whole
                + "\": failed to resolve reference \"" + whole + "\": " + whole + ": not found";
    }

    private static String key(Pod pod, Container container) {
        return "image/" + pod.spec().nodeName() + "/" + container.image();
    }
}
