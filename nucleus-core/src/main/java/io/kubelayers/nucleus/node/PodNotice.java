package io.kubelayers.nucleus.node;

import io.kubelayers.nucleus.core.Container;
import io.kubelayers.nucleus.core.Pod;

/**
 * An event to record about a pod.
 *
 * @param warning whether something is wrong
 * @param reason short CamelCase reason, such as BackOff
 * @param message upstream's sentence
 * @param part what of the pod it is about, "" for all of it
 */
public record PodNotice(boolean warning, String reason, String message, String part) {
    static PodNotice normal(String reason, String message) {
        return new PodNotice(false, reason, message, "");
    }

    static PodNotice warning(String reason, String message) {
        return new PodNotice(true, reason, message, "");
    }

    /** The same, about a container of a pod. */
    PodNotice of(Pod pod, Container container) {
        var list = EphemeralContainers.isOne(pod, container.name())
                ? "ephemeralContainers"
                : RestartRule.isInit(pod.spec(), container) ? "initContainers" : "containers";
        return new PodNotice(warning, reason, message, "spec." + list + "{" + container.name() + "}");
    }
}
