package io.kubelayers.nucleus.resource;

/** The values of {@code DeviceTaintEffect}. */
public final class DeviceTaintEffect {
    public static final String NONE = "None";
    public static final String NO_SCHEDULE = "NoSchedule";
    public static final String NO_EXECUTE = "NoExecute";

    private DeviceTaintEffect() {}
}
