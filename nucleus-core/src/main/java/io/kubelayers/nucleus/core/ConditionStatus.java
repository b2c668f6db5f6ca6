package io.kubelayers.nucleus.core;

/** The values of {@code ConditionStatus} known upstream; others may occur. */
public final class ConditionStatus {
    public static final String TRUE = "True";
    public static final String FALSE = "False";
    public static final String UNKNOWN = "Unknown";

    private ConditionStatus() {}
}
