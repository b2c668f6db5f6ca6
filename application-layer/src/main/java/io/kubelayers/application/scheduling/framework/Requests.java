package io.kubelayers.application.scheduling.framework;

import io.kubelayers.nucleus.core.Container;
import io.kubelayers.nucleus.core.Pod;
import io.kubelayers.nucleus.core.ResourceName;
import io.kubelayers.nucleus.resources.PodResourceOptions;
import io.kubelayers.nucleus.resources.PodResources;
import io.kubelayers.nucleus.value.Quantity;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a pod requests: as it says, and as the scores count it, where a container that names no cpu or memory counts as
 * if it named a little, so that pods that request nothing still spread. Upstream: {@code CalculateResource} of
 * {@code framework/types.go}, {@code calculatePodResourceRequest} of {@code plugins/noderesources} and the defaults of
 * {@code scheduler/util/pod_resources.go}.
 *
 * <p>Upstream counts a pod that requests resources as a whole in two ways: once it runs, what it requests as a whole is
 * all; while it is scored, its containers count as well.
 *
 * @param requested as the pod says
 * @param nonZeroMilliCpu thousandths of a core, once it runs
 * @param nonZeroMemory bytes, once it runs
 * @param scoredMilliCpu thousandths of a core, while it is scored
 * @param scoredMemory bytes, while it is scored
 */
record Requests(Resources requested, long nonZeroMilliCpu, long nonZeroMemory, long scoredMilliCpu, long scoredMemory) {
    private static final Quantity DEFAULT_CPU = Quantity.ofMilli(100, Quantity.Format.DECIMAL_SI);
    private static final Quantity DEFAULT_MEMORY = Quantity.of(200 * 1024 * 1024, Quantity.Format.DECIMAL_SI);
    private static final Map<String, Quantity> DEFAULTS = defaults(Map.of());

    static Requests of(Pod pod) {
        var amounts = PodResources.requests(pod, PodResourceOptions.IN_FORCE);
        var requested = Resources.of(amounts);
        if (allContainersSay(pod)) {
            return new Requests(
                    requested, requested.milliCpu(), requested.memory(), requested.milliCpu(), requested.memory());
        }
        var scored = assuming(pod, DEFAULTS);
        boolean asAWhole = pod.spec().resources() != null
                && !pod.spec().resources().requests().isEmpty();
        var running = asAWhole ? assuming(pod, defaults(amounts)) : scored;
        return new Requests(requested, running.milliCpu(), running.memory(), scored.milliCpu(), scored.memory());
    }

    private static Resources assuming(Pod pod, Map<String, Quantity> defaults) {
        return Resources.of(
                PodResources.requests(pod, PodResourceOptions.IN_FORCE.withNonMissingContainerRequests(defaults)));
    }

    /** The defaults for what is not named at all. */
    private static Map<String, Quantity> defaults(Map<String, Quantity> named) {
        var defaults = new TreeMap<String, Quantity>();
        if (!named.containsKey(ResourceName.CPU)) {
            defaults.put(ResourceName.CPU, DEFAULT_CPU);
        }
        if (!named.containsKey(ResourceName.MEMORY)) {
            defaults.put(ResourceName.MEMORY, DEFAULT_MEMORY);
        }
        return defaults;
    }

    private static boolean allContainersSay(Pod pod) {
        return pod.spec().containers().stream().allMatch(Requests::says)
                && pod.spec().initContainers().stream().allMatch(Requests::says);
    }

    private static boolean says(Container container) {
        var requests = container.resources().requests();
        return requests.containsKey(ResourceName.CPU) && requests.containsKey(ResourceName.MEMORY);
    }
}
