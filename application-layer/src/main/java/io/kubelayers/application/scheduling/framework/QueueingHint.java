package io.kubelayers.application.scheduling.framework;

import io.kubelayers.nucleus.meta.KubernetesObject;
import org.jspecify.annotations.Nullable;

/** Says whether an event may make a pod schedulable that the plugin had rejected. Upstream: {@code QueueingHintFn}. */
@FunctionalInterface
public interface QueueingHint {
    /** Every event helps. */
    QueueingHint ALWAYS = (pod, before, after) -> true;

    /**
     * True to try the pod again (upstream's {@code Queue}), false to let it wait ({@code QueueSkip}).
     *
     * @param before the object before the event, null if it was added
     * @param after the object after the event, null if it was deleted
     */
    boolean helps(PodInfo pod, @Nullable KubernetesObject before, @Nullable KubernetesObject after);
}
