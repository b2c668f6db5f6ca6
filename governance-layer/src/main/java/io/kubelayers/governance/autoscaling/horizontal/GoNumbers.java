package io.kubelayers.governance.autoscaling.horizontal;

/** Conversions of floating-point results to whole numbers, where Go's and Java's rules differ. */
final class GoNumbers {
    private GoNumbers() {}

    /** A replica count: rounded up, limited to what an int32 holds, as upstream's guards do. */
    static int replicas(double count) {
        return (int) Math.ceil(count);
    }

    /**
     * Rounded up as Go's {@code int64(math.Ceil(x))} on the usual processors: what does not fit becomes the lowest number.
     * It is seen in the status of autoscalers of zero replicas, whose average per pod divides by zero.
     */
    static long roundedUp(double value) {
        var up = Math.ceil(value);
        return up >= -0x1p63 && up < 0x1p63 ? (long) up : Long.MIN_VALUE;
    }
}
