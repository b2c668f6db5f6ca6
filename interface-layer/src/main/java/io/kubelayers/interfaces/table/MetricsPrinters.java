package io.kubelayers.interfaces.table;

import static io.kubelayers.interfaces.table.Cells.name;
import static io.kubelayers.interfaces.table.Cells.row;

import io.kubelayers.governance.metrics.NodeMetrics;
import io.kubelayers.governance.metrics.PodMetrics;
import io.kubelayers.nucleus.core.ResourceName;
import io.kubelayers.nucleus.value.Quantity;
import java.time.Duration;
import java.util.Map;

/** Measured use of pods and nodes, in metrics-server's columns. */
final class MetricsPrinters {
    private MetricsPrinters() {}

    static void addTo(Printers printers) {
        printers.add(
                        NodeMetrics.class,
                        (node, now) -> row(
                                name(node),
                                used(node.usage(), ResourceName.CPU).toString(),
                                used(node.usage(), ResourceName.MEMORY).toString(),
                                seconds(node.window())))
                .add(
                        PodMetrics.class,
                        (pod, now) -> row(
                                name(pod),
                                sum(pod, ResourceName.CPU),
                                sum(pod, ResourceName.MEMORY),
                                seconds(pod.window())));
    }

    private static String sum(PodMetrics pod, String resource) {
        var sum = Quantity.ZERO;
        for (var container : pod.containers()) {
            sum = sum.add(used(container.usage(), resource));
        }
        return sum.toString();
    }

    private static Quantity used(Map<String, Quantity> usage, String resource) {
        return usage.getOrDefault(resource, Quantity.ZERO);
    }

    private static String seconds(Duration window) {
        return window.toSeconds() + "s";
    }
}
