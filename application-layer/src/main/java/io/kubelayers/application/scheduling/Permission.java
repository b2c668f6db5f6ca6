package io.kubelayers.application.scheduling;

import io.kubelayers.application.scheduling.framework.Status;
import java.time.Duration;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What the Permit plugins said together.
 *
 * @param status success, wait, a rejection or an error
 * @param waits how long each plugin that asked to wait waits at most; empty unless the status is wait
 */
public record Permission(Status status, SortedMap<String, Duration> waits) {
    public Permission {
        waits = Collections.unmodifiableSortedMap(new TreeMap<>(waits));
    }
}
