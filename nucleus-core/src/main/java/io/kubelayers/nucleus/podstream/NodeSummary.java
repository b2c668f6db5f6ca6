package io.kubelayers.nucleus.podstream;

import io.kubelayers.nucleus.codec.Codec;
import io.kubelayers.nucleus.core.ContainerStatus;
import io.kubelayers.nucleus.core.Node;
import io.kubelayers.nucleus.core.Pod;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the kubelet says at {@code /stats/summary} (kubelet {@code apis/stats/v1alpha1}) of its node and the pods there: which
 * containers run, and since when. How much they use is what {@code metrics.k8s.io} serves.
 */
final class NodeSummary {
    private NodeSummary() {}

    static String of(Node node, Iterable<Pod> pods) {
        var about = new LinkedHashMap<String, @Nullable Object>();
        about.put("nodeName", node.metadata().nameOrEmpty());
        about.put("startTime", text(node.metadata().creationTimestamp()));
        var list = new ArrayList<@Nullable Object>();
        for (var pod : pods) {
            if (pod.status().startTime() != null) {
                list.add(pod(pod));
            }
        }
        var summary = new LinkedHashMap<String, @Nullable Object>();
        summary.put("node", about);
        summary.put("pods", list);
        return Codec.json(summary);
    }

    private static Map<String, @Nullable Object> pod(Pod pod) {
        var reference = new LinkedHashMap<String, @Nullable Object>();
        reference.put("name", pod.metadata().nameOrEmpty());
        reference.put("namespace", pod.metadata().namespaceOrEmpty());
        reference.put("uid", pod.metadata().uid());
        var about = new LinkedHashMap<String, @Nullable Object>();
        about.put("podRef", reference);
        about.put("startTime", text(pod.status().startTime()));
        about.put("containers", running(pod));
        return about;
    }

    private static List<@Nullable Object> running(Pod pod) {
        var containers = new ArrayList<@Nullable Object>();
        for (ContainerStatus status : pod.status().containerStatuses()) {
            var running = status.state().running();
            if (running != null) {
                var about = new LinkedHashMap<String, @Nullable Object>();
                about.put("name", status.name());
                about.put("startTime", text(running.startedAt()));
                containers.add(about);
            }
        }
        return containers;
    }

    private static @Nullable String text(@Nullable Instant time) {
        return time == null ? null : time.toString();
    }
}
