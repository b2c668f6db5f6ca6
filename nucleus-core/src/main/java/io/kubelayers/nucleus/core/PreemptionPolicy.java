package io.kubelayers.nucleus.core;

/** The values of {@code PreemptionPolicy}. */
public final class PreemptionPolicy {
    public static final String PREEMPT_LOWER_PRIORITY = "PreemptLowerPriority";
    public static final String NEVER = "Never";

    private PreemptionPolicy() {}
}
