package io.kubelayers.nucleus.core;

/** The values of {@code RecursiveReadOnlyMode} known upstream; others may occur. */
public final class RecursiveReadOnlyMode {
    public static final String DISABLED = "Disabled";
    public static final String IF_POSSIBLE = "IfPossible";
    public static final String ENABLED = "Enabled";

    private RecursiveReadOnlyMode() {}
}
