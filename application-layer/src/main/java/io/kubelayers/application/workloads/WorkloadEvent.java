package io.kubelayers.application.workloads;

/**
 * What a decision wants told about its object, in the words {@code kubectl describe} shows.
 *
 * @param type {@link #NORMAL} or {@link #WARNING}
 * @param reason short CamelCase cause, such as {@code ScalingReplicaSet}
 * @param message the sentence
 */
public record WorkloadEvent(String type, String reason, String message) {
    /** Something went as intended. */
    public static final String NORMAL = "Normal";
    /** Something needs attention. */
    public static final String WARNING = "Warning";

    public static WorkloadEvent normal(String reason, String message) {
        return new WorkloadEvent(NORMAL, reason, message);
    }

    public static WorkloadEvent warning(String reason, String message) {
        return new WorkloadEvent(WARNING, reason, message);
    }
}
