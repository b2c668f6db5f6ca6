package io.kubelayers.nucleus.election;

import java.time.Duration;

/**
 * How a leader is elected. Upstream: {@code LeaderElectionConfiguration} of {@code component-base/config}.
 *
 * @param leaseDuration how long the others wait, from when they last saw the leader renew, before they take over
 * @param renewDeadline how long the leader tries to renew before it gives up leading
 * @param retryPeriod how long to wait between tries
 * @param namespace where the Lease is
 * @param name what the Lease is called
 */
public record ElectionSettings(
        Duration leaseDuration, Duration renewDeadline, Duration retryPeriod, String namespace, String name) {
    /** @throws IllegalArgumentException if a leader could be replaced before it gives up */
    public ElectionSettings {
        if (leaseDuration.compareTo(renewDeadline) <= 0) {
            throw new IllegalArgumentException("leaseDuration must be greater than renewDeadline");
        }
        // a try may come late by JitterFactor, 1.2
        if (renewDeadline.toNanos() <= 1.2 * retryPeriod.toNanos()) {
            throw new IllegalArgumentException("renewDeadline must be greater than retryPeriod*JitterFactor");
        }
        if (leaseDuration.toSeconds() < 1 || renewDeadline.isNegative() || retryPeriod.toNanos() < 1) {
            throw new IllegalArgumentException(
                    "leaseDuration, renewDeadline and retryPeriod must be greater than zero");
        }
    }

    /** With upstream's times: 15, 10 and 2 seconds. */
    public static ElectionSettings standard(String namespace, String name) {
        return new ElectionSettings(
                Duration.ofSeconds(15), Duration.ofSeconds(10), Duration.ofSeconds(2), namespace, name);
    }
}
