package io.kubelayers.nucleus.node;

import io.kubelayers.nucleus.core.Container;
import io.kubelayers.nucleus.core.Pod;
import io.kubelayers.nucleus.streaming.ContainerStreams;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Runs containers: upstream's Container Runtime Interface, as far as the agent needs it. Every call returns at once;
 * what takes time is seen by asking again.
 */
public interface ContainerRuntime {
    /** How far the image of a container is on the pod's node. */
    ImageState image(Pod pod, Container container, Instant now);

    /** Begins to pull the image of a container. */
    void pull(Pod pod, Container container, Instant now);

    /**
     * Begins a run of a container.
     *
     * @param attempt number of the run, 0 for the first
     */
    void start(Pod pod, Container container, int attempt, Instant now);

    /** Begins to stop a container; of several requests the one that ends first counts. */
    void stop(Pod pod, Container container, StopRequest request, Instant now);

    /** The newest run of each container of the pod that was ever started, in no particular order. */
    List<ContainerRun> runs(Pod pod, Instant now);

    /** When something of the pod will change by itself, if the runtime knows. */
    Optional<Instant> nextChange(Pod pod, Instant now);

    /**
     * Counts what has changed in a pod from outside, such as files that somebody wrote in its containers: probes whose
     * answer was known to stay are asked again then.
     */
    default long changes(Pod pod) {
        return 0;
    }

    /** Asks a running container how it is. */
    ProbeAnswer probe(Pod pod, Container container, ProbeKind kind, Instant now);

    /** What a hook of a running container does that begins now. A container that nothing is known of is done at once. */
    default HookAnswer hook(Pod pod, Container container, HookKind kind, Instant now) {
        return HookAnswer.DONE;
    }

    /** What else it offers on containers: logs, commands, ports. */
    default ContainerStreams streams() {
        return ContainerStreams.none();
    }

    /** Forgets a pod; whatever of it still runs is killed. */
    void remove(String podUid);
}
