package io.kubelayers.governance.metrics;

import io.kubelayers.nucleus.core.Container;
import io.kubelayers.nucleus.core.ContainerRestartPolicy;
import io.kubelayers.nucleus.core.Pod;
import java.util.ArrayList;
import java.util.List;

/** Splits what a pod uses among its containers, in proportion to their requests. */
final class ContainerUsage {
    private ContainerUsage() {}

    /** The containers that run for as long as the pod does. */
    static List<Container> lasting(Pod pod) {
        var lasting = new ArrayList<>(pod.spec().containers());
        for (var init : pod.spec().initContainers()) {
            if (ContainerRestartPolicy.ALWAYS.equals(init.restartPolicy())) {
                lasting.add(init);
            }
        }
        return lasting;
    }

    /** The sum of a resource's requests over containers. */
    static double requested(List<Container> containers, String resource) {
        double sum = 0;
        for (var container : containers) {
            sum += request(container, resource);
        }
        return sum;
    }

    /** The share of one container: by its request, evenly where none requests anything. */
    static double share(Container container, List<Container> all, String resource) {
        double total = requested(all, resource);
        return total > 0 ? request(container, resource) / total : 1.0 / all.size();
    }

    private static double request(Container container, String resource) {
        var quantity = container.resources().requests().get(resource);
        return quantity == null ? 0 : quantity.toDouble();
    }
}
