package io.kubelayers.nucleus.node;

import io.kubelayers.nucleus.core.Container;
import java.util.Optional;

/** The events of containers that wait: what is said again as long as its cause lasts, and what is said once. */
final class ContainerNotices {
    private final PodObservation seen;
    private final PodSync sync;

    ContainerNotices(PodObservation seen, PodSync sync) {
        this.seen = seen;
        this.sync = sync;
    }

    /** Records events once for each occasion. */
    void once(Container container, String occasion, PodNotice... notices) {
        tell(container, told(container).once(occasion), notices);
    }

    /** Records events whose cause lasts, again and again. */
    void again(Container container, String occasion, PodNotice... notices) {
        tell(container, told(container).again(occasion, Told.Pace.SYNC, seen.now()), notices);
        sync.lookAt(told(container).againAt());
    }

    private Told told(Container container) {
        return sync.memory().container(container.name()).told();
    }

    private void tell(Container container, Optional<Told> due, PodNotice... notices) {
        due.ifPresent(told -> {
            sync.remember(
                    container.name(), sync.memory().container(container.name()).withTold(told));
            for (var notice : notices) {
                sync.notice(container, notice);
            }
        });
    }
}
