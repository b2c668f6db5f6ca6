package io.kubelayers.nucleus.core;

/** The values of {@code TaintEffect}. */
public final class TaintEffect {
    public static final String NO_SCHEDULE = "NoSchedule";
    public static final String PREFER_NO_SCHEDULE = "PreferNoSchedule";
    public static final String NO_EXECUTE = "NoExecute";

    private TaintEffect() {}
}
