package io.kubelayers.nucleus.node;

import io.kubelayers.nucleus.core.Container;
import io.kubelayers.nucleus.core.PullPolicy;
import io.kubelayers.nucleus.pod.ImageReference;
import io.kubelayers.nucleus.value.Absent;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The way to the image of a container (kubelet {@code images/image_manager.go}, EnsureImageExists): its name must be one,
 * the pull policy says whether it is pulled, and a pull that failed is repeated after 10 s, then after delays that double
 * up to five minutes. As long as it is not there the container waits with upstream's reason.
 */
final class ContainerImage {
    /** How long a failed pull shows as ErrImagePull before it shows as ImagePullBackOff. */
    private static final Duration FRESH = Duration.ofSeconds(1);

    /** Images that are not run have no size. */
    private static final int SIZE = 0;

    private final PodObservation seen;
    private final PodSync sync;
    private final ContainerNotices notices;
    private boolean pulling;

    ContainerImage(PodObservation seen, PodSync sync, ContainerNotices notices) {
        this.seen = seen;
        this.sync = sync;
        this.notices = notices;
    }

    /** The event that the image is there; empty if it is not yet. */
    Optional<PodNotice> ensure(Container container) {
        var image = Absent.text(container.image());
        var problem = ImageReference.problem(image);
        if (problem.isPresent()) {
            invalid(container, image, problem.get());
            return Optional.empty();
        }
        var state = seen.images().get(container.name());
        if (state == null) {
            return Optional.of(present(image)); // nobody could say, and something else is wrong
        }
        var pull = state.pull();
        if (pull != null && pull.attempt() > memory(container).seen()) {
            if (pull.doneAt() == null) {
                pulling = true;
                sync.reason(container.name(), "its image is being pulled");
                return Optional.empty();
            }
            if (pull.error() == null) {
                return Optional.of(pulled(image, pull));
            }
            failed(container, image, pull.attempt(), pull.error());
        }
        boolean always = PullPolicy.ALWAYS.equals(container.imagePullPolicy());
        if (state.present() && !always) {
            return Optional.of(present(image));
        }
        if (PullPolicy.NEVER.equals(container.imagePullPolicy())) {
            never(container, image);
        } else {
            pull(container, image, pull);
        }
        return Optional.empty();
    }

    /** Whether the image of any container is on its way: the kubelet starts one container after the other. */
    boolean isPulling() {
        return pulling;
    }

    /** The container is started by its image: the next start may need another pull. */
    void used(Container container) {
        var state = seen.images().get(container.name());
        var pull = state == null ? null : state.pull();
        if (pull != null && pull.attempt() > memory(container).seen()) {
            remember(container, memory(container).afterUse(pull.attempt()));
        }
    }

    private static PodNotice present(String image) {
        return PodNotice.normal(
                "Pulled",
                "Container image \"" + image + "\" already present on machine and can be accessed by the pod");
    }

    private static PodNotice pulled(String image, ImageState.Pull pull) {
        var lasted = Backoff.goText(pull.lasted());
        return PodNotice.normal(
                "Pulled",
                "Successfully pulled image \"" + image + "\" in " + lasted + " (" + lasted
                        + " including waiting). Image size: " + SIZE + " bytes.");
    }

    private void invalid(Container container, String image, String problem) {
        var message = "Failed to apply default image tag \"" + image + "\": couldn't parse image name \"" + image
                + "\": " + problem;
        sync.waits(container, "InvalidImageName", message);
        notices.again(container, message, PodNotice.warning("InspectFailed", message), error("InvalidImageName"));
    }

    private void never(Container container, String image) {
        var message = "Container image \"" + image + "\" is not present with pull policy of Never";
        sync.waits(container, "ErrImageNeverPull", message);
        notices.again(container, message, PodNotice.warning("ErrImageNeverPull", message), error("ErrImageNeverPull"));
    }

    private void failed(Container container, String image, int attempt, String error) {
        remember(container, memory(container).afterFailure(attempt, seen.now()));
        sync.notice(container, PodNotice.warning("Failed", "Failed to pull image \"" + image + "\": " + error));
        sync.notice(container, error(PullFailure.of(image, error).reason()));
    }

    private void pull(Container container, String image, ImageState.@Nullable Pull last) {
        var memory = memory(container);
        var failedAt = memory.failedAt();
        var until = failedAt == null
                ? Optional.<Instant>empty()
                : memory.backoff().until(failedAt).filter(end -> end.isAfter(seen.now()));
        if (failedAt != null && until.isPresent() && last != null && last.error() != null) {
            var failure = PullFailure.of(image, last.error());
            waits(container, image, failure, last.attempt(), failedAt.plus(FRESH), until.get());
            return;
        }
        pulling = true;
        sync.reason(container.name(), "its image is to be pulled");
        sync.notice(container, PodNotice.normal("Pulling", "Pulling image \"" + image + "\""));
        sync.act(new PodAction.Pull(container));
    }

    private void waits(
            Container container, String image, PullFailure failure, int attempt, Instant freshUntil, Instant until) {
        if (seen.now().isBefore(freshUntil)) {
            sync.waits(container, failure.reason(), failure.message());
            sync.lookAt(freshUntil);
            return;
        }
        var message = "Back-off pulling image \"" + image + "\"";
        sync.waits(container, "ImagePullBackOff", message + ": " + failure.reason() + ": " + failure.message());
        notices.again(
                container,
                "pull " + attempt + " of " + image,
                PodNotice.normal("BackOff", message),
                error("ImagePullBackOff"));
        sync.lookAt(until);
    }

    private static PodNotice error(String reason) {
        return PodNotice.warning("Failed", "Error: " + reason);
    }

    private ImageMemory memory(Container container) {
        return sync.memory().container(container.name()).image().of(Absent.text(container.image()));
    }

    private void remember(Container container, ImageMemory changed) {
        var name = container.name();
        sync.remember(name, sync.memory().container(name).withImage(changed));
    }
}
