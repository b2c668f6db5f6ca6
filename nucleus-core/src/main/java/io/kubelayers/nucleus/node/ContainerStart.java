package io.kubelayers.nucleus.node;

import io.kubelayers.nucleus.core.Container;
import io.kubelayers.nucleus.value.Absent;
import java.time.Duration;
import java.util.Objects;

/**
 * The way to a running container: back-off after a crash, image, configuration, start (kubelet {@code
 * kuberuntime_manager.go} doBackOff, {@code kuberuntime_container.go} startContainer). Each step that can't be taken yet
 * leaves the container waiting with upstream's reason.
 */
final class ContainerStart {
    /** How long a container shows that its postStart hook has failed: until the agent looks at it again. */
    private static final Duration FRESH = Duration.ofSeconds(1);

    private final PodObservation seen;
    private final PodSync sync;
    private final ContainerNotices notices;
    private final ContainerImage image;

    ContainerStart(PodObservation seen, PodSync sync) {
        this.seen = seen;
        this.sync = sync;
        this.notices = new ContainerNotices(seen, sync);
        this.image = new ContainerImage(seen, sync, notices);
    }

    /** Starts a container that never ran, unless one before it still waits for its image to come. */
    void first(Container container) {
        if (image.isPulling()) {
            return;
        }
        var pulled = image.ensure(container);
        if (pulled.isPresent() && hasConfig(container, pulled.get())) {
            begin(container, 0, pulled.get());
        }
    }

    /** Starts a container again that has ended; the first time at once, then after a growing delay. */
    void again(Container container, ContainerRun ended) {
        // the back-off is kept by pod and definition, of which the image alone can change
        boolean same = ended.image().equals(Absent.text(container.image()));
        boolean replaced = memory(container).replaced() == ended.attempt();
        var backoff = same ? memory(container).restart() : Backoff.NONE;
        var endedAt = Objects.requireNonNull(ended.finishedAt());
        var until = replaced ? endedAt : backoff.until(endedAt).orElse(endedAt);
        var hook = memory(container).startHook();
        var freshUntil = endedAt.plus(FRESH);
        if (hook != null && hook.told() && hook.attempt() == ended.attempt() && freshUntil.isAfter(seen.now())) {
            sync.waits(container, "PostStartHookError", hook.message());
            sync.lookAt(freshUntil);
            return;
        }
        if (until.isAfter(seen.now())) {
            backOff(container, ended, backoff);
            sync.lookAt(until);
            return;
        }
        var pulled = image.ensure(container);
        if (pulled.isPresent() && hasConfig(container, pulled.get())) {
            sync.remember(
                    container.name(),
                    memory(container)
                            .withRestart(replaced ? backoff : backoff.next(endedAt, seen.now()))
                            .withLastState(ContainerStatuses.terminated(ended)));
            begin(container, ended.attempt() + 1, pulled.get());
        }
    }

    private void backOff(Container container, ContainerRun ended, Backoff backoff) {
        var pod = seen.pod().metadata();
        var place = pod.nameOrEmpty() + "_" + pod.namespaceOrEmpty() + "(" + pod.uid() + ")";
        sync.waits(
                container,
                "CrashLoopBackOff",
                "back-off " + backoff.text() + " restarting failed container=" + container.name() + " pod=" + place);
        notices.once(
                container,
                "attempt " + ended.attempt(),
                PodNotice.warning(
                        "BackOff", "Back-off restarting failed container " + container.name() + " in pod " + place));
    }

    private void begin(Container container, int attempt, PodNotice pulled) {
        image.used(container);
        sync.notice(container, pulled);
        sync.notice(container, PodNotice.normal("Created", "Container created"));
        sync.notice(container, PodNotice.normal("Started", "Container started"));
        sync.reason(container.name(), attempt == 0 ? "to be started" : "to be restarted, run " + (attempt + 1));
        sync.act(new PodAction.Start(container, attempt));
    }

    private boolean hasConfig(Container container, PodNotice pulled) {
        var problem = seen.configProblems().get(container.name());
        if (problem == null) {
            return true;
        }
        sync.waits(container, "CreateContainerConfigError", problem);
        notices.again(container, problem, pulled, PodNotice.warning("Failed", "Error: " + problem));
        return false;
    }

    private ContainerMemory memory(Container container) {
        return sync.memory().container(container.name());
    }
}
