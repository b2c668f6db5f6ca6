package io.kubelayers.nucleus.core;

/** The values of {@code TerminationMessagePolicy}. */
public final class TerminationMessagePolicy {
    public static final String FILE = "File";
    public static final String FALLBACK_TO_LOGS_ON_ERROR = "FallbackToLogsOnError";

    private TerminationMessagePolicy() {}
}
