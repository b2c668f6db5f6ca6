package io.kubelayers.nucleus.core;

/** The values of {@code PullPolicy}. */
public final class PullPolicy {
    public static final String ALWAYS = "Always";
    public static final String NEVER = "Never";
    public static final String IF_NOT_PRESENT = "IfNotPresent";

    private PullPolicy() {}
}
