package io.kubelayers.nucleus.codec;

/** The text is larger, deeper or more repetitive than its reader allows: see {@link ReadLimits}. */
public final class LimitException extends DecodeException {
    private static final long serialVersionUID = 1L;

    LimitException(Location location, String problem) {
        super(location, problem, problem);
    }
}
