package io.kubelayers.interfaces.testkit;

import io.kubelayers.application.scheduling.Profile;
import io.kubelayers.nucleus.cluster.Cluster;
import io.kubelayers.nucleus.core.ContainerStatus;
import io.kubelayers.nucleus.core.Event;
import io.kubelayers.nucleus.core.Pod;
import io.kubelayers.nucleus.explain.Finding;
import io.kubelayers.nucleus.meta.KubernetesObject;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Tells how an object came to be as it is: conditions, containers, events and, for a pod without a node, why. */
final class ObjectStory {
    private ObjectStory() {}

    static Finding of(Cluster cluster, Pod pod) {
        var subject = "pod/" + ObjectName.of(pod);
        var node = pod.spec().nodeName();
        var story = Finding.note("pod", subject, "phase " + pod.status().phase())
                .input("node", node == null ? "none" : node);
        story = story.because(StatusConditions.of(pod).findings());
        for (var container : pod.status().containerStatuses()) {
            story = story.because(container(container));
        }
        if (node == null) {
            story = story.because(placing(cluster, pod));
        }
        var events = events(cluster, pod);
        return events.children().isEmpty() ? story : story.because(events);
    }

    private static Finding placing(Cluster cluster, Pod pod) {
        var placement = PodPlacing.place(cluster, Profile.standard(), pod);
        return placement.isScheduled()
                ? Finding.note(
                        "scheduling", "", "there is room on " + placement.node() + "; does the test call settle()?")
                : placement.finding();
    }

    private static Finding container(ContainerStatus status) {
        var subject = "container/" + status.name();
        var state = status.state();
        var waiting = state.waiting();
        var terminated = state.terminated();
        var finding = waiting != null
                ? Finding.fail("container", subject, "waits: " + waiting.reason() + said(waiting.message()))
                : terminated != null
                        ? Finding.fail("container", subject, "ended with exit code " + terminated.exitCode())
                        : state.running() == null
                                ? Finding.fail("container", subject, "has not started")
                                : status.ready()
                                        ? Finding.pass("container", subject, "runs")
                                        : Finding.fail("container", subject, "runs, but is not ready");
        return status.restartCount() == 0 ? finding : finding.input("restarts", status.restartCount());
    }

    private static String said(@Nullable String message) {
        return message == null ? "" : ", " + message;
    }

    /** What was reported about an object, oldest first. */
    static Finding events(Cluster cluster, KubernetesObject object) {
        var events = Finding.note("events", "", "events");
        for (var event : eventsAbout(cluster, object)) {
            var text = event.reason() + said(event.message());
            events = events.because(
                    "Warning".equals(event.type()) ? Finding.fail("event", "", text) : Finding.note("event", "", text));
        }
        return events.children().isEmpty() ? Finding.note("events", "", "there are no events about it") : events;
    }

    static List<Event> eventsAbout(Cluster cluster, KubernetesObject object) {
        var uid = object.metadata().uid();
        return cluster.lister(Event.class).list().stream()
                .filter(event ->
                        uid != null && Objects.equals(event.involvedObject().uid(), uid))
                .sorted(Comparator.comparing(event -> Objects.requireNonNullElse(event.lastTimestamp(), Instant.EPOCH)))
                .toList();
    }
}
