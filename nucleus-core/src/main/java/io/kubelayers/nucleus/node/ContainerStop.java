package io.kubelayers.nucleus.node;

import io.kubelayers.nucleus.core.Container;
import io.kubelayers.nucleus.core.Pod;
import java.time.Duration;

/**
 * The way containers are stopped (kubelet {@code kuberuntime_container.go} killContainer, {@code
 * kuberuntime_termination_order.go}): all others at once, then the sidecars from last to first, all within one grace
 * period.
 */
final class ContainerStop {
    private final PodObservation seen;
    private final Pod pod;
    private final PodSync sync;

    ContainerStop(PodObservation seen, PodSync sync) {
        this.seen = seen;
        this.pod = seen.pod();
        this.sync = sync;
    }

    void all() {
        boolean alive = false;
        for (var init : pod.spec().initContainers()) {
            if (!RestartRule.isSidecar(pod.spec(), init)) {
                alive |= stop(init);
            }
        }
        for (var container : pod.spec().containers()) {
            alive |= stop(container);
        }
        for (var ephemeral : EphemeralContainers.of(pod)) {
            alive |= stop(ephemeral);
        }
        var inits = pod.spec().initContainers();
        for (int i = inits.size() - 1; i >= 0; i--) {
            if (RestartRule.isSidecar(pod.spec(), inits.get(i))) {
                alive |= alive ? announce(inits.get(i)) : stopInTurn(inits.get(i));
            }
        }
    }

    /** A sidecar that waits for others to end is told so, and does what it has to do before its end. */
    private boolean announce(Container sidecar) {
        var run = seen.runs().get(sidecar.name());
        if (run == null || run.hasExited()) {
            return false;
        }
        var memory = sync.memory().container(sidecar.name());
        var early = memory.early();
        if (run.killAt() == null && (early == null || early.attempt() != run.attempt())) {
            sync.notice(sidecar, stopping(sidecar));
            sync.remember(sidecar.name(), memory.withEarly(new EarlyStop(run.attempt(), seen.now())));
            if (HookKind.PRE_STOP.of(sidecar).isPresent() && !grace().isZero()) {
                sync.act(new PodAction.StopHook(sidecar, run.attempt(), within(grace())));
            }
        }
        return true;
    }

    private boolean stopInTurn(Container sidecar) {
        var run = seen.runs().get(sidecar.name());
        var early = sync.memory().container(sidecar.name()).early();
        if (run == null
                || run.hasExited()
                || run.killAt() != null
                || early == null
                || early.attempt() != run.attempt()) {
            return stop(sidecar);
        }
        if (early.hookUntil().isAfter(seen.now())) {
            sync.reason(sidecar.name(), "its preStop hook runs");
            sync.lookAt(early.hookUntil());
        } else {
            sync.reason(sidecar.name(), "to stop within " + Backoff.goText(grace()));
            sync.act(new PodAction.Stop(sidecar, within(grace()), false));
        }
        return true;
    }

    private static PodNotice stopping(Container container) {
        return PodNotice.normal("Killing", "Stopping container " + container.name());
    }

    /** Stops a container, as any that has to go, within the grace of its pod. */
    void asUsual(Container container) {
        sync.act(new PodAction.Stop(container, within(Duration.ofSeconds(graceSeconds())), true));
    }

    /** Stops a container because of a probe, which may have a grace period of its own. */
    void forProbe(Container container, ProbeKind kind) {
        var own = kind.of(container).map(spec -> spec.terminationGracePeriodSeconds());
        sync.act(new PodAction.Stop(container, within(Duration.ofSeconds(own.orElse(graceSeconds()))), true));
    }

    /** Stops a container unless it is being stopped soon enough already; returns whether it is still there. */
    private boolean stop(Container container) {
        var run = seen.runs().get(container.name());
        if (run == null || run.hasExited()) {
            return false;
        }
        var grace = grace();
        if (run.killAt() == null) {
            sync.notice(container, stopping(container));
            sync.reason(container.name(), "to stop within " + Backoff.goText(grace));
            sync.act(new PodAction.Stop(container, within(grace), true));
        } else if (pod.metadata().isBeingDeleted()
                && run.killAt().isAfter(seen.now().plus(grace).plus(StopRequest.LEAST))) {
            sync.act(new PodAction.Stop(container, within(grace), true));
        }
        return true;
    }

    /** What is left of the time that a deleted pod was given, which all of its containers share. */
    private Duration grace() {
        var deadline = pod.metadata().deletionTimestamp();
        if (deadline == null) {
            return Duration.ofSeconds(graceSeconds());
        }
        var left = Duration.between(seen.now(), deadline);
        return left.isNegative() ? Duration.ZERO : left;
    }

    private long graceSeconds() {
        var seconds = pod.spec().terminationGracePeriodSeconds();
        return seconds == null ? 30 : Math.max(0, seconds);
    }

    /** Without the time that a hook takes, which the agent finds out. */
    private static StopRequest within(Duration grace) {
        return new StopRequest(grace, Duration.ZERO);
    }
}
