package io.kubelayers.nucleus.node;

import io.kubelayers.nucleus.core.ContainerState;
import io.soabase.recordbuilder.core.RecordBuilder;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the agent remembers of a container beyond what the runtime shows.
 *
 * @param restart delay between its restarts
 * @param lastState how its run before the present one ended, null if there was none
 * @param replaced the last run that was stopped because the container was given another image, -1 if none was
 * @param image pulls of its image
 * @param probes its probes, of the present run only
 * @param probedAttempt the run that the probes are about
 * @param startHook its postStart hook, null before it has had one
 * @param stopHook its preStop hook, if that is going to fail and nobody was told yet
 * @param early how far the end of it is that waits for others to end, null if it does not
 * @param told the last event about it
 */
@RecordBuilder
public record ContainerMemory(
        Backoff restart,
        ContainerState.@Nullable Terminated lastState,
        int replaced,
        ImageMemory image,
        List<ProbeMemory> probes,
        int probedAttempt,
        @Nullable StartHook startHook,
        @Nullable StopHook stopHook,
        @Nullable EarlyStop early,
        Told told)
        implements ContainerMemoryBuilder.With {
    /** Of a container that was never started. */
    public static final ContainerMemory NEW = new ContainerMemory(
            Backoff.NONE, null, -1, ImageMemory.NONE, List.of(), -1, null, null, null, Told.NOTHING);

    public ContainerMemory {
        probes = List.copyOf(probes);
    }

    /** The probe of a kind, null while it is not asked. */
    @Nullable
    ProbeMemory probe(ProbeKind kind) {
        for (var probe : probes) {
            if (probe.kind() == kind) {
                return probe;
            }
        }
        return null;
    }
}
