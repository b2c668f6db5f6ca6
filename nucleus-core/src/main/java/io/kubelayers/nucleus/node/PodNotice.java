package io.kubelayers.nucleus.node;

/**
 * An event to record about a pod.
 *
 * @param warning whether something is wrong
 * @param reason short CamelCase reason, such as BackOff
 * @param message upstream's sentence
 */
public record PodNotice(boolean warning, String reason, String message) {
    static PodNotice normal(String reason, String message) {
        return new PodNotice(false, reason, message);
    }

    static PodNotice warning(String reason, String message) {
        return new PodNotice(true, reason, message);
    }
}
