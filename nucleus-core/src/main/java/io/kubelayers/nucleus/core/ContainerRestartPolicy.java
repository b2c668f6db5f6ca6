package io.kubelayers.nucleus.core;

/** The values of {@code ContainerRestartPolicy} known upstream; others may occur. */
public final class ContainerRestartPolicy {
    public static final String ALWAYS = "Always";
    public static final String NEVER = "Never";
    public static final String ON_FAILURE = "OnFailure";

    private ContainerRestartPolicy() {}
}
