package io.kubelayers.governance.disruption;

import io.kubelayers.nucleus.meta.KubernetesObject;

/**
 * An event the disruption controller reports.
 *
 * @param subject the object it is about: the budget, or one of its pods
 * @param type Normal or Warning
 * @param reason upstream's reason word
 * @param message upstream's text
 */
public record DisruptionEvent(KubernetesObject subject, String type, String reason, String message) {
    static DisruptionEvent normal(KubernetesObject subject, String reason, String message) {
        return new DisruptionEvent(subject, "Normal", reason, message);
    }

    static DisruptionEvent warning(KubernetesObject subject, String reason, String message) {
        return new DisruptionEvent(subject, "Warning", reason, message);
    }

    @Override
    public String toString() {
        return type + " " + reason + " " + message;
    }
}
