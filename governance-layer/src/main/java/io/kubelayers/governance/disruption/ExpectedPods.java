package io.kubelayers.governance.disruption;

import io.kubelayers.nucleus.core.Pod;
import io.kubelayers.nucleus.value.IntOrString;
import io.kubelayers.nucleus.value.IntOrStringException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How many pods a budget counts on, and how many of them must stay healthy (upstream {@code getExpectedPodCount}).
 *
 * <table>
 * <caption>By kind of budget</caption>
 * <tr><th></th><th>expected</th><th>desired healthy</th></tr>
 * <tr><td>minAvailable: 3</td><td>pods there are</td><td>3</td></tr>
 * <tr><td>minAvailable: 50%</td><td>sum of the controllers' scales</td><td>50 % of expected, rounded up</td></tr>
 * <tr><td>maxUnavailable: 1 or 20%</td><td>sum of the controllers' scales</td><td>expected - 1, or - 20 % rounded up</td></tr>
 * </table>
 *
 * @param expected pods counted on
 * @param desiredHealthy pods that must stay healthy
 * @param unmanaged names of the pods without a controller, which the scales don't count
 * @param error why the numbers can't be told; null if they can
 */
record ExpectedPods(int expected, int desiredHealthy, List<String> unmanaged, @Nullable String error) {
    static ExpectedPods of(PodDisruptionBudget.Spec spec, List<Pod> pods, ScaleLookup scales) {
        var maxUnavailable = spec.maxUnavailable();
        var minAvailable = spec.minAvailable();
        try {
            if (maxUnavailable != null) {
                var scale = scale(pods, scales);
                return scale.error() == null
                        ? scale.desiring(Math.max(scale.expected() - scaled(maxUnavailable, scale.expected()), 0))
                        : scale;
            }
            if (minAvailable == null) {
                return new ExpectedPods(0, 0, List.of(), null);
            }
            if (minAvailable.isInt()) {
                return new ExpectedPods(pods.size(), minAvailable.intValue(), List.of(), null);
            }
            var scale = scale(pods, scales);
            return scale.error() == null ? scale.desiring(scaled(minAvailable, scale.expected())) : scale;
        } catch (IntOrStringException e) {
            return failed(String.valueOf(e.getMessage()));
        }
    }

    private static int scaled(IntOrString value, int total) {
        return (int) value.scaled(total, true);
    }

    private ExpectedPods desiring(int healthy) {
        return new ExpectedPods(expected, healthy, unmanaged, error);
    }

    private static ExpectedPods failed(String error) {
        return new ExpectedPods(0, 0, List.of(), error);
    }

    /** Adds up the scales of the controllers of all pods, each once. */
    private static ExpectedPods scale(List<Pod> pods, ScaleLookup scales) {
        var unmanaged = new ArrayList<String>();
        var byController = new LinkedHashMap<String, Integer>();
        for (var pod : pods) {
            var controller = pod.metadata().controllerOwner().orElse(null);
            if (controller == null) {
                unmanaged.add(pod.metadata().nameOrEmpty());
                continue;
            }
            if (byController.containsKey(controller.uid())) {
                continue;
            }
            var scale = scales.scaleOf(controller, pod.metadata().namespaceOrEmpty());
            if (scale instanceof ControllerScale.Known known) {
                byController.put(known.uid(), known.replicas());
            } else if (scale instanceof ControllerScale.Failed failure) {
                return failed(failure.error());
            } else {
                return failed("found no controllers for pod \"" + pod.metadata().nameOrEmpty() + "\"");
            }
        }
        int sum = 0;
        for (int replicas : byController.values()) {
            sum += replicas;
        }
        return new ExpectedPods(sum, 0, List.copyOf(unmanaged), null);
    }
}
