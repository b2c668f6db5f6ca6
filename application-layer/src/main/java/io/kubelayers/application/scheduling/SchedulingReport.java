package io.kubelayers.application.scheduling;

import io.kubelayers.nucleus.client.Client;
import io.kubelayers.nucleus.control.EventRecorder;
import io.kubelayers.nucleus.core.Pod;
import io.kubelayers.nucleus.core.PodCondition;
import io.kubelayers.nucleus.core.PodConditionBuilder;
import io.kubelayers.nucleus.core.PodConditionType;
import io.kubelayers.nucleus.errors.ApiException;
import io.kubelayers.nucleus.meta.ConditionStatus;
import io.kubelayers.nucleus.pod.PodConditions;
import io.kubelayers.nucleus.runtime.Runtime;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Tells the world what became of a pod: the condition PodScheduled, and the events Scheduled and FailedScheduling.
 * Upstream: {@code handleSchedulingFailure} and {@code finishBinding} of {@code schedule_one.go}.
 */
final class SchedulingReport {
    /** Upstream's {@code NoteLengthLimit}: longer messages of events are cut. */
    private static final int MAX_EVENT_MESSAGE = 1024;

    private static final String CUT = " ...";
    private static final int ATTEMPTS = 3;

    private final Client client;
    private final EventRecorder events;
    private final Runtime runtime;

    SchedulingReport(Client client, EventRecorder events, Runtime runtime) {
        this.client = client;
        this.events = events;
        this.runtime = runtime;
    }

    /** @param bound when it was bound; its node's agent may have begun since */
    void scheduled(Pod pod, Placement placement, Instant bound) {
        events.at(bound).normal(pod, "Scheduled", placement.message());
    }

    /** @param nominatedNode as in {@link Placement#nominatedNode} */
    void failed(Pod pod, Placement.Outcome outcome, String message, @Nullable String nominatedNode) {
        warn(pod, message);
        for (int attempt = 1; ; attempt++) {
            var current = attempt == 1 ? pod : reread(pod);
            if (current == null || current.spec().nodeName() != null) {
                return; // gone, or bound by somebody else meanwhile
            }
            try {
                write(current, outcome, message, nominatedNode);
                return;
            } catch (ApiException e) {
                if (e.isNotFound() || e.isConflict() && attempt == ATTEMPTS) {
                    return; // gone, or so busy that the next attempt to schedule it has to write it
                }
                if (!e.isConflict()) {
                    throw e;
                }
            }
        }
    }

    /**
     * The pod is about to be bound to the node, but others have to act before: {@code status.nominatedNodeName} tells cluster
     * autoscalers and the like (KEP-5278). As upstream, it does not matter if that cannot be written.
     */
    void expected(Pod pod, String node) {
        try {
            var current = reread(pod);
            if (current != null && current.spec().nodeName() == null) {
                var status = current.status().withNominatedNodeName(node);
                if (!isUpToDate(current.status(), status)) {
                    client.updateStatus(current.withStatus(status));
                }
            }
        } catch (ApiException refused) {
            return; // a hint for others, no more
        }
    }

    void warn(Pod pod, String message) {
        var text = message.length() <= MAX_EVENT_MESSAGE
                ? message
                : message.substring(0, MAX_EVENT_MESSAGE - CUT.length()) + CUT;
        events.warning(pod, "FailedScheduling", text);
    }

    private @Nullable Pod reread(Pod pod) {
        return client.on(Pod.class)
                .find(pod.metadata().namespaceOrEmpty(), pod.metadata().nameOrEmpty())
                .orElse(null);
    }

    private void write(Pod pod, Placement.Outcome outcome, String message, @Nullable String nominatedNode) {
        var status = PodConditions.with(pod.status(), condition(pod, outcome, message));
        if (nominatedNode != null) {
            status = status.withNominatedNodeName(nominatedNode.isEmpty() ? null : nominatedNode);
        }
        if (!isUpToDate(pod.status(), status)) {
            client.updateStatus(pod.withStatus(status));
        }
    }

    private PodCondition condition(Pod pod, Placement.Outcome outcome, String message) {
        return PodConditionBuilder.builder()
                .type(PodConditionType.POD_SCHEDULED)
                .observedGeneration(pod.metadata().generation())
                .status(ConditionStatus.FALSE)
                .reason(outcome == Placement.Outcome.FAILED ? "SchedulerError" : "Unschedulable")
                .message(message)
                .lastTransitionTime(runtime.timestamp())
                .build();
    }

    private static boolean isUpToDate(Pod.Status known, Pod.Status wanted) {
        return known.conditions().equals(wanted.conditions())
                && Objects.equals(known.nominatedNodeName(), wanted.nominatedNodeName());
    }
}
