package io.kubelayers.governance.metrics;

/** A metrics source that could not answer; the message is what an autoscaler's events will show. */
public final class MetricsUnavailableException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public MetricsUnavailableException(String message) {
        super(message);
    }

    /** The object has no such metric, in the words of the custom metrics API. */
    public static MetricsUnavailableException notFound(String metric, String object) {
        return new MetricsUnavailableException("the server could not find the metric " + metric + " for " + object);
    }
}
