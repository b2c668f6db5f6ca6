package io.kubelayers.nucleus.node;

import io.kubelayers.nucleus.core.Container;
import io.kubelayers.nucleus.core.Pod;
import io.kubelayers.nucleus.core.ResourceFieldSelector;
import io.kubelayers.nucleus.value.Absent;
import io.kubelayers.nucleus.value.Quantity;
import java.util.Map;
import java.util.function.Function;

/** What a pod is told of itself (fieldpath {@code fieldpath.go}, api/v1/resource {@code helpers.go}). */
final class PodFields {
    private final Pod pod;
    private final Function<String, Quantity> ofNode;

    /**
     * The fields of a pod.
     *
     * @param ofNode how much of a resource its node has, which is the limit of a container without one
     */
    PodFields(Pod pod, Function<String, Quantity> ofNode) {
        this.pod = pod;
        this.ofNode = ofNode;
    }

    /** The value of a field; "" if it has none. */
    String field(String path) {
        var metadata = pod.metadata();
        int bracket = path.indexOf("['");
        if (bracket > 0 && path.endsWith("']")) {
            var key = path.substring(bracket + 2, path.length() - 2);
            return entries(path.substring(0, bracket)).getOrDefault(key, "");
        }
        return switch (path) {
            case "metadata.name" -> metadata.nameOrEmpty();
            case "metadata.namespace" -> metadata.namespaceOrEmpty();
            case "metadata.uid" -> Absent.text(metadata.uid());
            case "metadata.labels", "metadata.annotations" -> lines(entries(path));
            case "spec.nodeName" -> Absent.text(pod.spec().nodeName());
            case "spec.serviceAccountName" -> Absent.text(pod.spec().serviceAccountName());
            case "status.hostIP", "status.hostIPs" -> Absent.text(pod.status().hostIP());
            case "status.podIP", "status.podIPs" -> Absent.text(pod.status().podIP());
            default -> "";
        };
    }

    private Map<String, String> entries(String path) {
        return path.equals("metadata.labels")
                ? pod.metadata().labels()
                : pod.metadata().annotations();
    }

    private static String lines(Map<String, String> entries) {
        var text = new StringBuilder();
        entries.forEach((key, value) -> text.append(text.isEmpty() ? "" : "\n")
                .append(key)
                .append("=\"")
                .append(value.replace("\\", "\\\\").replace("\"", "\\\""))
                .append('"'));
        return text.toString();
    }

    /** How much a container may use or asks for, in units of the divisor, rounded up. */
    String resource(ResourceFieldSelector selector, Container self) {
        var container = self;
        for (var other : pod.spec().containers()) {
            if (other.name().equals(selector.containerName())) {
                container = other;
            }
        }
        int dot = selector.resource().indexOf('.');
        var name = selector.resource().substring(dot + 1);
        boolean limit = selector.resource().startsWith("limits.");
        var amounts =
                limit ? container.resources().limits() : container.resources().requests();
        var amount = amounts.get(name);
        if (amount == null) {
            amount = limit ? ofNode.apply(name) : Quantity.ZERO;
        }
        long unit = selector.divisor().isZero() ? 1000 : selector.divisor().milliValue();
        return Long.toString(-Math.floorDiv(-amount.milliValue(), unit));
    }
}
