package io.kubelayers.nucleus.node;

import io.kubelayers.nucleus.core.Container;
import io.kubelayers.nucleus.core.Pod;
import io.kubelayers.nucleus.core.Probe;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Which probes are asked when, and what follows from their answers (kubelet {@code prober}). Probes run from the start of
 * the process plus {@code initialDelaySeconds} on, every {@code periodSeconds}; liveness and readiness only after the
 * startup probe has passed. Upstream shifts them by up to a period at random when the kubelet itself starts; this does not.
 */
final class PodProbes {
    private PodProbes() {}

    /** A probe that is to be asked now. */
    record Due(Container container, ProbeKind kind) {}

    /** The probes that are due, in the order of the containers. */
    static List<Due> due(Pod pod, AgentPod memory, Map<String, ContainerRun> runs, Instant now) {
        var due = new ArrayList<Due>();
        for (var container : containers(pod)) {
            var run = runs.get(container.name());
            var known = memory.containers().get(container.name());
            if (run != null && run.isRunning() && known != null && known.probedAttempt() == run.attempt()) {
                for (var probe : known.probes()) {
                    if (probe.isDue(now) && isAsked(probe, run)) {
                        due.add(new Due(container, probe.kind()));
                    }
                }
            }
        }
        return due;
    }

    /** A container that is being stopped is asked only whether it can still serve. */
    private static boolean isAsked(ProbeMemory probe, ContainerRun run) {
        return run.killAt() == null || probe.kind() == ProbeKind.READINESS;
    }

    /** The memory with the answers taken in and the probes begun that can begin. */
    static AgentPod update(PodObservation seen, List<PodNotice> notices) {
        var memory = seen.memory();
        for (var container : containers(seen.pod())) {
            var run = seen.runs().get(container.name());
            if (run != null && run.isRunning() && isProbed(container)) {
                var before = memory.container(container.name());
                var after = begin(container, run, answers(container, run, before, seen, notices), seen.now());
                memory = after.equals(before) ? memory : memory.with(container.name(), after);
            }
        }
        return memory.changes() == seen.changes() ? memory : memory.withChanges(seen.changes());
    }

    /** Whether anything of a pod is probed at all. */
    static boolean isProbed(Pod pod) {
        for (var container : containers(pod)) {
            if (isProbed(container)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isProbed(Container container) {
        return container.startupProbe() != null
                || container.livenessProbe() != null
                || container.readinessProbe() != null;
    }

    private static ContainerMemory answers(
            Container container,
            ContainerRun run,
            ContainerMemory memory,
            PodObservation seen,
            List<PodNotice> notices) {
        if (memory.probedAttempt() != run.attempt()) {
            return memory.withProbes(List.of()).withProbedAttempt(run.attempt());
        }
        var probes = new ArrayList<>(memory.probes());
        for (int i = 0; i < probes.size(); i++) {
            var probe = probes.get(i);
            var spec = Objects.requireNonNull(spec(container, probe.kind()));
            for (var report : seen.probes()) {
                if (report.container().equals(container.name()) && report.kind() == probe.kind()) {
                    probe = probe.after(report.answer(), spec, seen.now());
                    tell(container, report, seen, notices);
                }
            }
            probes.set(i, seen.changes() == seen.memory().changes() ? probe : probe.roused(spec, seen.now()));
        }
        return memory.withProbes(probes);
    }

    private static void tell(Container container, ProbeReport report, PodObservation seen, List<PodNotice> notices) {
        var answer = report.answer();
        var begin = report.kind().title() + " probe ";
        var notice =
                switch (answer.result()) {
                    case SUCCESS -> null;
                    case WARNING -> PodNotice.warning("ProbeWarning", begin + "warning: " + answer.message());
                    case FAILURE -> PodNotice.warning("Unhealthy", begin + "failed: " + answer.message());
                    case ERROR -> PodNotice.warning(
                            "Unhealthy", begin + "errored and resulted in unknown state: " + answer.message());
                };
        if (notice != null) {
            notices.add(notice.of(seen.pod(), container));
        }
    }

    private static ContainerMemory begin(Container container, ContainerRun run, ContainerMemory memory, Instant now) {
        var startedAt = Objects.requireNonNull(run.startedAt());
        var probes = new ArrayList<>(memory.probes());
        begin(ProbeKind.STARTUP, container, memory, startedAt, startedAt, probes);
        var startup = memory.probe(ProbeKind.STARTUP);
        if (container.startupProbe() == null || startup != null && startup.healthy()) {
            var earliest = startup == null ? startedAt : now;
            begin(ProbeKind.LIVENESS, container, memory, startedAt, earliest, probes);
            begin(ProbeKind.READINESS, container, memory, startedAt, earliest, probes);
        }
        return memory.withProbes(probes);
    }

    private static void begin(
            ProbeKind kind,
            Container container,
            ContainerMemory memory,
            Instant startedAt,
            Instant earliest,
            List<ProbeMemory> probes) {
        var spec = spec(container, kind);
        if (spec != null && memory.probe(kind) == null) {
            var firstAt = startedAt.plusSeconds(spec.initialDelaySeconds());
            probes.add(ProbeMemory.begin(kind, firstAt.isBefore(earliest) ? earliest : firstAt));
        }
    }

    /** When the next probe of the pod is due. */
    static @Nullable Instant nextAt(PodObservation seen, AgentPod memory) {
        Instant next = null;
        for (var container : containers(seen.pod())) {
            var run = seen.runs().get(container.name());
            if (run == null || !run.isRunning()) {
                continue;
            }
            for (var probe : memory.container(container.name()).probes()) {
                var at = isAsked(probe, run) ? probe.nextAt() : null;
                next = at != null && (next == null || at.isBefore(next)) ? at : next;
            }
        }
        return next;
    }

    /** Whether a running container has come up: its startup probe has passed, if it has one. */
    static boolean isStarted(AgentPod memory, Container container, ContainerRun run) {
        return container.startupProbe() == null || isHealthy(memory, container, run, ProbeKind.STARTUP);
    }

    static boolean isReady(AgentPod memory, Container container, ContainerRun run) {
        return isStarted(memory, container, run)
                && (container.readinessProbe() == null || isHealthy(memory, container, run, ProbeKind.READINESS));
    }

    private static boolean isHealthy(AgentPod memory, Container container, ContainerRun run, ProbeKind kind) {
        var known = memory.container(container.name());
        var probe = known.probe(kind);
        return known.probedAttempt() == run.attempt() && probe != null && probe.healthy();
    }

    private static @Nullable Probe spec(Container container, ProbeKind kind) {
        return kind.of(container).orElse(null);
    }

    /** Containers that may be probed; those of init containers that are no sidecars can't have probes. */
    static List<Container> containers(Pod pod) {
        if (pod.spec().initContainers().isEmpty()) {
            return pod.spec().containers();
        }
        var all = new ArrayList<>(pod.spec().initContainers());
        all.addAll(pod.spec().containers());
        return all;
    }
}
