package io.kubelayers.application.scheduling.framework;

import io.kubelayers.nucleus.core.Binding;
import io.kubelayers.nucleus.core.Pod;
import io.kubelayers.nucleus.meta.KubernetesObject;
import java.time.Instant;

/** What an {@link ActingPlugin} may do to the cluster. What the API answers in refusal comes as its exception. */
public interface ClusterActions {
    /** Replaces the object. */
    <T extends KubernetesObject> T update(T object);

    /** Replaces its status. */
    <T extends KubernetesObject> T updateStatus(T object);

    /** Binds the pod that the binding names. */
    void bind(Binding binding);

    /** Deletes this very pod, with its own grace period. */
    void delete(Pod pod);

    /** What time it is in the cluster. */
    Instant now();

    /** Tells people what happened to the pod. */
    void event(Pod pod, String reason, String message);
}
