package io.kubelayers.interfaces.table;

import io.kubelayers.nucleus.core.Pod;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A pod: how many of its containers are ready, what it is at, how often and when its containers started again. */
final class PodRow implements RowPrinter<Pod> {
    @Override
    public List<@Nullable Object> cells(Pod pod, Instant now) {
        var summary = PodSummary.of(pod);
        var status = pod.status();
        return Cells.row(
                Cells.name(pod),
                summary.ready() + "/" + summary.containers(),
                summary.status(),
                restarts(summary, now),
                Cells.age(pod, now),
                status.podIPs().isEmpty() ? Cells.text(status.podIP(), Cells.NONE) : ip(pod),
                Cells.text(pod.spec().nodeName(), Cells.NONE),
                Cells.text(status.nominatedNodeName(), Cells.NONE),
                gates(pod));
    }

    private static String ip(Pod pod) {
        return Cells.text(pod.status().podIPs().get(0).ip(), Cells.NONE);
    }

    private static String restarts(PodSummary summary, Instant now) {
        if (summary.restarts() == 0 || summary.lastRestart() == null) {
            return Integer.toString(summary.restarts());
        }
        return summary.restarts() + " (" + Ages.since(summary.lastRestart(), now) + " ago)";
    }

    private static String gates(Pod pod) {
        var gates = pod.spec().readinessGates();
        if (gates.isEmpty()) {
            return Cells.NONE;
        }
        int open = 0;
        for (var gate : gates) {
            if (PodSummary.has(pod, gate.conditionType())) {
                open++;
            }
        }
        return open + "/" + gates.size();
    }
}
