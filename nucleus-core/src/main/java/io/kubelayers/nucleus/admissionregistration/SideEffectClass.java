package io.kubelayers.nucleus.admissionregistration;

/** The values of {@code SideEffectClass}. */
public final class SideEffectClass {
    public static final String UNKNOWN = "Unknown";
    public static final String NONE = "None";
    public static final String SOME = "Some";
    public static final String NONE_ON_DRY_RUN = "NoneOnDryRun";

    private SideEffectClass() {}
}
