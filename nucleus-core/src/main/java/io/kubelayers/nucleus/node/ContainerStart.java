package io.kubelayers.nucleus.node;

import io.kubelayers.nucleus.core.Container;
import io.kubelayers.nucleus.core.PullPolicy;
import java.time.Duration;
import java.util.Objects;

/**
 * The way to a running container: back-off after a crash, image, configuration, start (kubelet {@code
 * kuberuntime_manager.go} doBackOff, {@code images/image_manager.go}). Each step that can't be taken yet leaves the
 * container waiting with upstream's reason.
 */
final class ContainerStart {
    /** How long a failed pull shows as ErrImagePull before it shows as ImagePullBackOff. */
    private static final Duration FRESH = Duration.ofSeconds(1);

    private final PodObservation seen;
    private final PodSync sync;

    ContainerStart(PodObservation seen, PodSync sync) {
        this.seen = seen;
        this.sync = sync;
    }

    void first(Container container) {
        if (hasImage(container) && hasConfig(container)) {
            begin(container, 0);
        }
    }

    /** Starts a container again that has ended; the first time at once, then after a growing delay. */
    void again(Container container, ContainerRun ended) {
        var memory = memory(container);
        var endedAt = Objects.requireNonNull(ended.finishedAt());
        var until = memory.restart().until(endedAt);
        if (until.isPresent() && until.get().isAfter(seen.now())) {
            var pod = seen.pod().metadata();
            var place = pod.nameOrEmpty() + "_" + pod.namespaceOrEmpty() + "(" + pod.uid() + ")";
            sync.waits(
                    container,
                    "CrashLoopBackOff",
                    "back-off " + memory.restart().text() + " restarting failed container=" + container.name() + " pod="
                            + place);
            tell(
                    container,
                    "attempt " + ended.attempt(),
                    PodNotice.warning(
                            "BackOff",
                            "Back-off restarting failed container " + container.name() + " in pod " + place));
            sync.lookAt(until.get());
            return;
        }
        if (hasImage(container) && hasConfig(container)) {
            sync.remember(
                    container.name(),
                    memory(container)
                            .withRestart(memory.restart().next(endedAt, seen.now()))
                            .withLastState(ContainerStatuses.terminated(ended)));
            begin(container, ended.attempt() + 1);
        }
    }

    private void begin(Container container, int attempt) {
        var image = seen.images().get(container.name());
        boolean pulled = image != null && image.attempt() > 0;
        sync.notice(
                container,
                PodNotice.normal(
                        "Pulled",
                        pulled
                                ? "Successfully pulled image \"" + container.image() + "\""
                                : "Container image \"" + container.image()
                                        + "\" already present on machine and can be accessed by the pod"));
        sync.notice(container, PodNotice.normal("Created", "Container created"));
        sync.notice(container, PodNotice.normal("Started", "Container started"));
        sync.reason(container.name(), attempt == 0 ? "to be started" : "to be restarted, run " + (attempt + 1));
        sync.act(new PodAction.Start(container, attempt));
    }

    private boolean hasConfig(Container container) {
        var problem = seen.configProblems().get(container.name());
        if (problem == null) {
            return true;
        }
        sync.waits(container, "CreateContainerConfigError", problem);
        repeat(container, PodNotice.warning("Failed", "Error: " + problem));
        return false;
    }

    private boolean hasImage(Container container) {
        var image = seen.images().get(container.name());
        if (image == null || image.phase() == ImageState.Phase.PRESENT) {
            return true;
        }
        switch (image.phase()) {
            case PULLING -> sync.reason(container.name(), "its image is being pulled");
            case FAILED -> failed(container, image);
            default -> absent(container);
        }
        return false;
    }

    private void absent(Container container) {
        if (PullPolicy.NEVER.equals(container.imagePullPolicy())) {
            var message = "Container image \"" + container.image() + "\" is not present with pull policy of Never";
            sync.waits(container, "ErrImageNeverPull", message);
            repeat(container, PodNotice.warning("ErrImageNeverPull", message));
            return;
        }
        pull(container);
    }

    private void pull(Container container) {
        sync.reason(container.name(), "its image is to be pulled");
        sync.notice(container, PodNotice.normal("Pulling", "Pulling image \"" + container.image() + "\""));
        sync.act(new PodAction.Pull(container));
    }

    private void failed(Container container, ImageState image) {
        var memory = memory(container);
        if (image.attempt() > memory.pullFailures()) {
            memory = memory.withPull(memory.pull().next(seen.now(), seen.now()))
                    .withPullFailures(image.attempt())
                    .withPullFailedAt(seen.now());
            sync.remember(container.name(), memory);
            sync.notice(
                    container,
                    PodNotice.warning(
                            "Failed", "Failed to pull image \"" + container.image() + "\": " + image.message()));
            sync.notice(container, PodNotice.warning("Failed", "Error: ErrImagePull"));
        }
        var failedAt = Objects.requireNonNull(memory.pullFailedAt());
        var until = memory.pull().until(failedAt).orElse(failedAt);
        if (!until.isAfter(seen.now())) {
            pull(container);
        } else if (seen.now().isBefore(failedAt.plus(FRESH))) {
            sync.waits(container, "ErrImagePull", image.message());
            sync.lookAt(failedAt.plus(FRESH));
        } else {
            var message = "Back-off pulling image \"" + container.image() + "\"";
            sync.waits(container, "ImagePullBackOff", message + ": ErrImagePull: " + image.message());
            tell(container, "pull " + image.attempt(), PodNotice.normal("BackOff", message));
            sync.lookAt(until);
        }
    }

    private ContainerMemory memory(Container container) {
        return sync.memory().container(container.name());
    }

    /** Records an event once for each occasion. */
    private void tell(Container container, String occasion, PodNotice notice) {
        var memory = memory(container);
        memory.told().once(occasion).ifPresent(told -> {
            sync.remember(container.name(), memory.withTold(told));
            sync.notice(container, notice);
        });
    }

    /** Records an event whose cause lasts, again and again. */
    private void repeat(Container container, PodNotice notice) {
        var memory = memory(container);
        memory.told().again(notice.message(), Told.Pace.SYNC, seen.now()).ifPresent(told -> {
            sync.remember(container.name(), memory.withTold(told));
            sync.notice(container, notice);
        });
        sync.lookAt(memory(container).told().againAt());
    }
}
