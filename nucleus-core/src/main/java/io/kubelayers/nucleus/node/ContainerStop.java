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
        for (int i = inits.size() - 1; i >= 0 && !alive; i--) {
            if (RestartRule.isSidecar(pod.spec(), inits.get(i))) {
                alive = stop(inits.get(i));
            }
        }
    }

    /** Stops a container, as any that has to go, within the grace of its pod. */
    void asUsual(Container container) {
        sync.act(new PodAction.Stop(container, within(Duration.ofSeconds(graceSeconds()))));
    }

    /** Stops a container because of a probe, which may have a grace period of its own. */
    void forProbe(Container container, ProbeKind kind) {
        var own = kind.of(container).map(spec -> spec.terminationGracePeriodSeconds());
        sync.act(new PodAction.Stop(container, within(Duration.ofSeconds(own.orElse(graceSeconds())))));
    }

    /** Stops a container unless it is being stopped soon enough already; returns whether it is still there. */
    private boolean stop(Container container) {
        var run = seen.runs().get(container.name());
        if (run == null || run.hasExited()) {
            return false;
        }
        var grace = grace();
        if (run.killAt() == null) {
            sync.notice(container, PodNotice.normal("Killing", "Stopping container " + container.name()));
            sync.reason(container.name(), "to stop within " + Backoff.goText(grace));
            sync.act(new PodAction.Stop(container, within(grace)));
        } else if (pod.metadata().isBeingDeleted()
                && run.killAt().isAfter(seen.now().plus(grace).plus(StopRequest.LEAST))) {
            sync.act(new PodAction.Stop(container, within(grace)));
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
