package io.kubelayers.governance.autoscaling.horizontal;

/** A metric that yields no replica count, with upstream's text; never leaves the package. */
final class MetricFailure extends Exception {
    private static final long serialVersionUID = 1L;

    MetricFailure(String message) {
        super(message, null, false, false);
    }

    String text() {
        return String.valueOf(getMessage());
    }
}
