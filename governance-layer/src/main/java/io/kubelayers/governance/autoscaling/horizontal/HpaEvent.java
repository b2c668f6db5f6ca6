package io.kubelayers.governance.autoscaling.horizontal;

/**
 * An event the controller reports about an autoscaler.
 *
 * @param type Normal or Warning
 * @param reason upstream's reason word, such as {@code SuccessfulRescale}
 * @param message upstream's text
 */
public record HpaEvent(String type, String reason, String message) {
    static HpaEvent normal(String reason, String message) {
        return new HpaEvent("Normal", reason, message);
    }

    static HpaEvent warning(String reason, String message) {
        return new HpaEvent("Warning", reason, message);
    }

    @Override
    public String toString() {
        return type + " " + reason + " " + message;
    }
}
