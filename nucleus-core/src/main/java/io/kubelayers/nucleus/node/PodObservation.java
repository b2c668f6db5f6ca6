package io.kubelayers.nucleus.node;

import io.kubelayers.nucleus.core.Pod;
import io.kubelayers.nucleus.value.Absent;
import io.soabase.recordbuilder.core.RecordBuilder;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Everything that {@link PodSync} decides by.
 *
 * @param pod the pod as the API has it
 * @param hostIp address of the node, "" if it has none
 * @param memory what the agent remembers of the pod
 * @param runs newest runs of its containers by name
 * @param images images of the containers that may have to be started, by container name
 * @param mountProblems why its volumes can't be mounted, in upstream's words
 * @param configProblems what is missing of a container's environment, by container name
 * @param missingPullSecrets secrets for pulling its images that are not there
 * @param probes answers to the probes that were due
 * @param changes counts what has changed in the pod from outside, such as files that somebody wrote
 * @param nextChange when the runtime will change something by itself
 * @param now the time
 */
@RecordBuilder
public record PodObservation(
        Pod pod,
        String hostIp,
        AgentPod memory,
        Map<String, ContainerRun> runs,
        Map<String, ImageState> images,
        List<String> mountProblems,
        Map<String, String> configProblems,
        List<String> missingPullSecrets,
        List<ProbeReport> probes,
        long changes,
        @Nullable Instant nextChange,
        Instant now)
        implements PodObservationBuilder.With {
    public PodObservation {
        runs = Absent.map(runs);
        images = Absent.map(images);
        mountProblems = Absent.list(mountProblems);
        configProblems = Absent.map(configProblems);
        missingPullSecrets = Absent.list(missingPullSecrets);
        probes = Absent.list(probes);
    }

    /** A pod of which nothing runs yet, nothing is missing and nothing was asked. */
    public static PodObservation of(Pod pod, AgentPod memory, Instant now) {
        return new PodObservation(
                pod, "", memory, Map.of(), Map.of(), List.of(), Map.of(), List.of(), List.of(), 0, null, now);
    }
}
