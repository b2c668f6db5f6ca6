package io.kubelayers.application.scheduling.preemption;

import io.kubelayers.application.scheduling.framework.PodInfo;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;

/** Which pods are evicted last: those of higher priority, then those that run longer. Upstream: {@code MoreImportantPod}. */
final class Importance {
    /** The most important first. */
    static final Comparator<PodInfo> DESCENDING =
            Comparator.comparingInt(PodInfo::priority).reversed().thenComparing(Importance::start);

    private Importance() {}

    /** When the pod started; pods that have not yet are later than all others. */
    private static Instant start(PodInfo pod) {
        var start = pod.pod().status().startTime();
        return start == null ? Instant.MAX : start;
    }

    /** The earliest start among the pods of the highest priority. */
    static Instant earliestStart(List<PodInfo> pods) {
        var earliest = Instant.MAX;
        int highest = Integer.MIN_VALUE;
        for (var pod : pods) {
            if (pod.priority() > highest) {
                highest = pod.priority();
                earliest = start(pod);
            } else if (pod.priority() == highest && start(pod).isBefore(earliest)) {
                earliest = start(pod);
            }
        }
        return earliest;
    }
}
