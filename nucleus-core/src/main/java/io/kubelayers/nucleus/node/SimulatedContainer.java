package io.kubelayers.nucleus.node;

import io.kubelayers.nucleus.core.Container;
import io.kubelayers.nucleus.core.ContainerRestartPolicy;
import io.kubelayers.nucleus.core.Pod;
import io.kubelayers.nucleus.core.PodSpec;
import io.kubelayers.nucleus.core.ResourceName;
import io.kubelayers.nucleus.toolbox.Rehearsal;
import io.kubelayers.nucleus.value.Absent;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A run of a simulated container: its whole life, known from the start unless somebody stops it.
 *
 * @param name name of the container
 * @param attempt number of the run
 * @param id identifier of the run
 * @param image what it was created from
 * @param createdAt when it was created
 * @param startsAt when its process starts
 * @param endsAt when its process ends, null for never
 * @param exitCode how it ends
 * @param reason why it ends
 * @param killAt when it is killed at the latest, null if nobody asked it to stop
 * @param interactive whether somebody who is attached may end it at any time
 * @param course what is known of its main process
 */
record SimulatedContainer(
        String name,
        int attempt,
        String id,
        String image,
        Instant createdAt,
        Instant startsAt,
        @Nullable Instant endsAt,
        int exitCode,
        String reason,
        @Nullable Instant killAt,
        boolean interactive,
        Course course) {
    /**
     * What is known of a main process.
     *
     * @param known whether all of it is simulated, so that nothing of what it does is unknown
     * @param listens whether it listens on a port at some time
     * @param restsAt from when on it does nothing but wait to be connected to, null if never
     */
    record Course(boolean known, boolean listens, @Nullable Instant restsAt) {
        private static final Course UNKNOWN = new Course(false, false, null);

        static Course of(@Nullable Rehearsal rehearsal, Instant start) {
            if (rehearsal == null) {
                return UNKNOWN;
            }
            var rests = rehearsal.restsAfter();
            return new Course(true, rehearsal.listens(), rests == null ? null : start.plus(rests));
        }
    }

    private static final int SIGKILLED = 137;
    private static final int SIGTERMED = 143;

    /** How often the agent looks whether somebody has ended it. */
    private static final Duration GLANCE = Duration.ofSeconds(1);

    /**
     * A new run.
     *
     * @param rehearsal what its main process does, null if only the script says how it lives
     */
    static SimulatedContainer start(
            Pod pod,
            Container container,
            ContainerScript script,
            @Nullable Rehearsal rehearsal,
            boolean interactive,
            int attempt,
            Instant now) {
        var startsAt = now.plus(script.startDelay());
        boolean crashes = attempt < script.crashes();
        var lasts = crashes
                ? script.crashAfter()
                : rehearsal != null ? rehearsal.lasts() : interactive ? null : lasts(pod, container, script);
        int exitCode = crashes ? script.crashCode() : rehearsal != null ? rehearsal.code() : script.exitCode();
        var reason = exitCode == 0 ? "Completed" : "Error";
        var outOfMemory = outOfMemory(container, script);
        if (outOfMemory != null && (lasts == null || outOfMemory.compareTo(lasts) < 0)) {
            lasts = outOfMemory;
            exitCode = SIGKILLED;
            reason = "OOMKilled";
        }
        return new SimulatedContainer(
                container.name(),
                attempt,
                id(pod, container, attempt),
                Absent.text(container.image()),
                now,
                startsAt,
                lasts == null ? null : startsAt.plus(lasts),
                exitCode,
                reason,
                null,
                interactive,
                Course.of(rehearsal, startsAt));
    }

    static String id(Pod pod, Container container, int attempt) {
        return "simulated://" + pod.metadata().uid() + "-" + container.name() + "-" + attempt;
    }

    /** The same run, whose process has ended by itself. */
    SimulatedContainer exit(int code, Instant now) {
        boolean over = endsAt != null && !endsAt.isAfter(now);
        return over ? this : ending(now, code, code == 0 ? "Completed" : "Error", killAt);
    }

    /** The same run with another end, before which it has started at the latest. */
    private SimulatedContainer ending(@Nullable Instant at, int code, String why, @Nullable Instant killedAt) {
        var start = at != null && startsAt.isAfter(at) ? at : startsAt;
        return new SimulatedContainer(
                name, attempt, id, image, createdAt, start, at, code, why, killedAt, interactive, course);
    }

    private static @Nullable Duration lasts(Pod pod, Container container, ContainerScript script) {
        if (script.runsFor() != null) {
            return script.runsFor();
        }
        if (EphemeralContainers.isOne(pod, container.name())) {
            return null;
        }
        boolean sidecar = ContainerRestartPolicy.ALWAYS.equals(container.restartPolicy());
        if (sidecar) {
            return null;
        }
        for (var init : pod.spec().initContainers()) {
            if (init.name().equals(container.name())) {
                return Duration.ZERO;
            }
        }
        var policy = pod.spec().restartPolicy();
        boolean restarts = policy == null || policy.equals(PodSpec.RestartPolicy.ALWAYS);
        return restarts || KnownImages.isServer(pod, container) ? null : Duration.ofSeconds(1);
    }

    private static @Nullable Duration outOfMemory(Container container, ContainerScript script) {
        var limit = container.resources().limits().get(ResourceName.MEMORY);
        if (limit != null) {
            for (var use : script.uses()) {
                if (use.resource().equals(ResourceName.MEMORY) && use.amount().compareTo(limit) > 0) {
                    return use.from();
                }
            }
        }
        return null;
    }

    /** The same run, told to stop. */
    SimulatedContainer stop(StopRequest request, Duration stopsIn, Instant now) {
        var kill = now.plus(request.killAfter());
        var gentle = now.plus(request.preStop()).plus(stopsIn);
        boolean killed = gentle.isAfter(kill);
        var end = killed ? kill : gentle;
        var earliestKill = killAt != null && killAt.isBefore(kill) ? killAt : kill;
        return endsAt != null && !endsAt.isAfter(end)
                ? ending(endsAt, exitCode, reason, earliestKill)
                : ending(end, killed ? SIGKILLED : SIGTERMED, "Error", earliestKill);
    }

    ContainerRun seenAt(Instant now) {
        if (startsAt.isAfter(now)) {
            return new ContainerRun(
                    name, attempt, id, image, ContainerRun.State.CREATED, createdAt, null, null, 0, "", "", killAt);
        }
        if (endsAt == null || endsAt.isAfter(now)) {
            return new ContainerRun(
                    name, attempt, id, image, ContainerRun.State.RUNNING, createdAt, startsAt, null, 0, "", "", killAt);
        }
        return new ContainerRun(
                name,
                attempt,
                id,
                image,
                ContainerRun.State.EXITED,
                createdAt,
                startsAt,
                endsAt,
                exitCode,
                reason,
                "",
                killAt);
    }

    @Nullable
    Instant nextChange(Instant now) {
        if (startsAt.isAfter(now)) {
            return startsAt;
        }
        if (endsAt == null) {
            return interactive ? now.plus(GLANCE) : null;
        }
        return endsAt.isAfter(now) ? endsAt : null;
    }
}
