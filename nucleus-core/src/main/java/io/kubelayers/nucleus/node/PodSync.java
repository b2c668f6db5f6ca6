package io.kubelayers.nucleus.node;

import io.kubelayers.nucleus.core.Container;
import io.kubelayers.nucleus.core.ContainerState;
import io.kubelayers.nucleus.core.Pod;
import io.kubelayers.nucleus.explain.Finding;
import io.kubelayers.nucleus.value.Absent;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Decides what the agent does next for a pod: a pure function of the pod, the memory of it, what runs of it and the time
 * (kubelet {@code kubelet.go} SyncPod, SyncTerminatingPod; {@code kuberuntime_manager.go} computePodActions).
 *
 * <p>The order of a pod's life: volumes, network, init containers one after the other, sidecars among them started and
 * kept, then all containers at once; restarts by policy with a growing delay; at the end regular containers are stopped
 * first, sidecars last to first after them.
 *
 * <p>An object of this class is one decision in the making.
 */
public final class PodSync {
    static final String EXPIRED = "Pod was active on the node longer than the specified deadline";

    private final PodObservation found;
    private final PodObservation seen;
    private final Pod pod;
    private final Instant now;
    private final List<PodAction> actions = new ArrayList<>();
    private final List<PodNotice> notices = new ArrayList<>();
    private final List<Finding> reasons = new ArrayList<>();
    private final Map<String, ContainerState.Waiting> waiting = new TreeMap<>();
    private final ContainerStart start;
    private AgentPod memory;
    private @Nullable Instant next;

    private PodSync(PodObservation found) {
        this.found = found;
        this.seen = StartHooks.veil(found);
        this.pod = seen.pod();
        this.now = seen.now();
        this.start = new ContainerStart(seen, this);
        this.memory = seen.memory();
        this.next = seen.nextChange();
    }

    /** The decision for what is seen of a pod. */
    public static PodSyncDecision decide(PodObservation seen) {
        return new PodSync(seen).decide();
    }

    private PodSyncDecision decide() {
        memory = PodProbes.update(seen, notices);
        lookAt(PodProbes.nextAt(seen, memory));
        tellOfStopHooks();
        checkDeadline();
        boolean stopping = isStopping();
        if (stopping) {
            new ContainerStop(seen, this).all();
        } else if (canRunContainers()) {
            runContainers();
        }
        boolean ended = stopping && actions.isEmpty() && !anyAlive();
        var status = new PodStatusSketch(seen, memory, waiting, ended).draw();
        return new PodSyncDecision(pod, actions, status, notices, reasons, ended, ended ? null : next, memory);
    }

    private void tellOfStopHooks() {
        for (var entry : memory.containers().entrySet()) {
            var hook = entry.getValue().stopHook();
            var run = seen.runs().get(entry.getKey());
            if (hook == null) {
                continue;
            }
            if (hook.hasFailed(run == null || run.hasExited(), now)) {
                remember(entry.getKey(), entry.getValue().withStopHook(null));
                PodProbes.containers(pod).stream()
                        .filter(container -> container.name().equals(entry.getKey()))
                        .forEach(container -> notice(container, HookKind.PRE_STOP.failure()));
            } else {
                lookAt(hook.failsAt());
            }
        }
    }

    private void checkDeadline() {
        var seconds = pod.spec().activeDeadlineSeconds();
        if (seconds == null || memory.expired()) {
            return;
        }
        var deadline = memory.startedAt().plusSeconds(seconds);
        if (deadline.isAfter(now)) {
            lookAt(deadline);
        } else {
            memory = memory.withExpired(true);
            notices.add(PodNotice.normal("DeadlineExceeded", EXPIRED));
        }
    }

    private boolean isStopping() {
        if (pod.metadata().isBeingDeleted()) {
            reason("", "the pod is being deleted");
            return true;
        }
        if (memory.expired()) {
            reason("", EXPIRED);
            return true;
        }
        if (isOver()) {
            reason("", "no container of the pod will run again");
            return true;
        }
        return false;
    }

    /** Whether the pod has done its work, or can't do it any more. */
    private boolean isOver() {
        if (!anyRegularStarted()) {
            for (var init : pod.spec().initContainers()) {
                var run = run(init);
                if (run != null && run.hasExited() && run.exitCode() != 0 && !restarts(init, run)) {
                    return true;
                }
            }
        }
        for (var container : pod.spec().containers()) {
            var run = run(container);
            if (run == null || !run.hasExited() || restarts(container, run)) {
                return false;
            }
        }
        return true;
    }

    private boolean canRunContainers() {
        if (memory.isConnected()) {
            return true;
        }
        if (!seen.mountProblems().isEmpty()) {
            for (var problem : seen.mountProblems()) {
                reason("", problem);
            }
            repeat(
                    String.join("; ", seen.mountProblems()),
                    Told.Pace.VOLUME,
                    seen.mountProblems().stream()
                            .map(problem -> PodNotice.warning("FailedMount", problem))
                            .toList());
            return false;
        }
        var retryAt = memory.networkRetryAt();
        if (retryAt != null && retryAt.isAfter(now)) {
            reason("", memory.networkProblem());
            repeat(
                    memory.networkProblem(),
                    Told.Pace.SYNC,
                    List.of(PodNotice.warning("FailedCreatePodSandBox", memory.networkProblem())));
            lookAt(retryAt);
            return false;
        }
        reason("", "the pod has no network yet");
        actions.add(new PodAction.Connect());
        return false;
    }

    private void runContainers() {
        if (!seen.missingPullSecrets().isEmpty()) {
            var message = "Unable to retrieve some image pull secrets ("
                    + String.join(", ", seen.missingPullSecrets())
                    + "); attempting to pull the image may not succeed.";
            memory.told().once(message).ifPresent(told -> {
                memory = memory.withTold(told);
                notices.add(PodNotice.warning("FailedToRetrieveImagePullSecret", message));
            });
        }
        for (var ephemeral : EphemeralContainers.of(pod)) {
            if (run(ephemeral) == null) {
                start.first(ephemeral);
            }
        }
        boolean initialized = anyRegularStarted();
        for (var init : pod.spec().initContainers()) {
            boolean sidecar = RestartRule.isSidecar(pod.spec(), init);
            if (initialized && !sidecar) {
                continue;
            }
            keep(init);
            if (isHooked(init)) {
                return;
            }
            if (!initialized && !(sidecar ? isUp(init) : hasSucceeded(init))) {
                reason(init.name(), sidecar ? "the others wait for it to start" : "the others wait for it to complete");
                return;
            }
        }
        for (var container : pod.spec().containers()) {
            keep(container);
            if (isHooked(container)) {
                return;
            }
        }
    }

    /** Whether a container has just been started, or its postStart hook runs, so that the next ones wait. */
    private boolean isHooked(Container container) {
        var run = found.runs().get(container.name());
        boolean starting = actions.stream()
                .anyMatch(action -> action instanceof PodAction.Start begun
                        && begun.container().name().equals(container.name()));
        return starting
                ? HookKind.POST_START.of(container).isPresent()
                : run != null && StartHooks.keep(container, run, found, this);
    }

    /** A sidecar that has come up once lets the next one begin, even if it is being restarted. */
    private boolean isUp(Container sidecar) {
        var run = run(sidecar);
        return run != null && (run.hasExited() || run.isRunning() && PodProbes.isStarted(memory, sidecar, run));
    }

    private boolean hasSucceeded(Container init) {
        var run = run(init);
        return run != null && run.hasExited() && run.exitCode() == 0;
    }

    /** Starts, restarts or stops a container, whichever is due. */
    private void keep(Container container) {
        var run = run(container);
        if (run == null) {
            start.first(container);
        } else if (run.isRunning()) {
            if (isReplaced(container, run)) {
                replace(container, run);
            } else {
                restartIfUnhealthy(container, run);
            }
        } else if (run.hasExited() && restarts(container, run)) {
            start.again(container, run);
        }
    }

    /** Whether a container that has ended is to run again; one that was stopped for its new image always is. */
    private boolean restarts(Container container, ContainerRun ended) {
        return memory.container(container.name()).replaced() == ended.attempt()
                || RestartRule.restarts(pod.spec(), container, ended.exitCode());
    }

    /** The image is all that can change of a container once it runs (kubelet {@code container/helpers.go}, HashContainer). */
    private boolean isReplaced(Container container, ContainerRun run) {
        boolean plainInit = RestartRule.isInit(pod.spec(), container) && !RestartRule.isSidecar(pod.spec(), container);
        return run.killAt() == null && !plainInit && !run.image().equals(Absent.text(container.image()));
    }

    private void replace(Container container, ContainerRun run) {
        var message = RestartRule.isInit(pod.spec(), container)
                ? "Init container " + container.name() + " definition changed"
                : "Container " + container.name() + " definition changed, will be restarted";
        reason(container.name(), message);
        notice(container, PodNotice.normal("Killing", message));
        remember(container.name(), memory.container(container.name()).withReplaced(run.attempt()));
        new ContainerStop(seen, this).asUsual(container);
    }

    private void restartIfUnhealthy(Container container, ContainerRun run) {
        for (var probe : memory.container(container.name()).probes()) {
            if (probe.demandsRestart() && run.killAt() == null) {
                boolean restarts = RestartRule.restarts(pod.spec(), container, 137);
                var failed = container.name() + " failed " + probe.kind().word() + " probe";
                var message = RestartRule.isInit(pod.spec(), container)
                        ? "Init container " + failed
                        : "Container " + failed + (restarts ? ", will be restarted" : "");
                reason(container.name(), message);
                notice(container, PodNotice.normal("Killing", message));
                new ContainerStop(seen, this).forProbe(container, probe.kind());
                return;
            }
        }
    }

    private boolean anyRegularStarted() {
        return PodStatusSketch.anyRegularStarted(seen);
    }

    private boolean anyAlive() {
        for (var run : seen.runs().values()) {
            if (!run.hasExited()) {
                return true;
            }
        }
        return false;
    }

    private @Nullable ContainerRun run(Container container) {
        return seen.runs().get(container.name());
    }

    // what the parts of a decision say

    AgentPod memory() {
        return memory;
    }

    void remember(String container, ContainerMemory changed) {
        memory = memory.with(container, changed);
    }

    void act(PodAction action) {
        actions.add(action);
    }

    void notice(Container container, PodNotice notice) {
        notices.add(notice.of(pod, container));
    }

    void waits(Container container, String reason, String message) {
        waiting.put(container.name(), new ContainerState.Waiting(reason, message));
        reason(container.name(), message.isEmpty() ? reason : message);
    }

    void reason(String container, String message) {
        reasons.add(Finding.note("PodSync", container.isEmpty() ? "" : "container/" + container, message));
    }

    void lookAt(@Nullable Instant time) {
        if (time != null && (next == null || time.isBefore(next))) {
            next = time;
        }
    }

    /** Records events about the pod as a whole, unless they were what was said last and are not due again. */
    private void repeat(String text, Told.Pace pace, List<PodNotice> events) {
        var told = memory.told().again(text, pace, now);
        if (told.isPresent()) {
            memory = memory.withTold(told.get());
            notices.addAll(events);
        }
        lookAt(memory.told().againAt());
    }
}
