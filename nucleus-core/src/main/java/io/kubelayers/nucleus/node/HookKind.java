package io.kubelayers.nucleus.node;

import io.kubelayers.nucleus.core.Container;
import io.kubelayers.nucleus.core.Lifecycle;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The two moments in which a container can do something of its own. */
public enum HookKind {
    /** Beside its main process, as soon as that has started; while it lasts the container does not count as running. */
    POST_START("PostStart"),
    /** Before its main process is told to stop, within the time that it has for that. */
    PRE_STOP("PreStop");

    private final String title;

    HookKind(String title) {
        this.title = title;
    }

    /** The event that tells of a failure (kubelet {@code events/event.go}). */
    PodNotice failure() {
        return PodNotice.warning("Failed" + title + "Hook", title + "Hook failed");
    }

    /** What a container declares to do. */
    Optional<Lifecycle.Handler> of(Container container) {
        var lifecycle = container.lifecycle();
        return Optional.ofNullable(lifecycle == null ? null : handler(lifecycle));
    }

    /** Whether a container declares a command. */
    boolean isCommand(Container container) {
        return of(container).map(handler -> handler.exec() != null).orElse(false);
    }

    private Lifecycle.@Nullable Handler handler(Lifecycle lifecycle) {
        return this == POST_START ? lifecycle.postStart() : lifecycle.preStop();
    }
}
