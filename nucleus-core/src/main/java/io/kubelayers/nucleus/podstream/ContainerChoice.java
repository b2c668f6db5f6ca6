package io.kubelayers.nucleus.podstream;

import io.kubelayers.nucleus.core.Container;
import io.kubelayers.nucleus.core.Pod;
import io.kubelayers.nucleus.explain.Explained;
import io.kubelayers.nucleus.explain.Finding;
import io.kubelayers.nucleus.node.EphemeralContainers;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Which container of a pod is meant (registry/core/pod {@code strategy.go}, validateContainer).
 *
 * @param pod name of the pod
 * @param container the container, null if it is not clear which
 * @param problem why it is not clear, "" if it is
 */
public record ContainerChoice(String pod, @Nullable Container container, String problem) implements Explained {
    /**
     * Decides.
     *
     * @param name the container asked for; "" for the only one
     */
    public static ContainerChoice of(Pod pod, String name) {
        var podName = pod.metadata().nameOrEmpty();
        var all = all(pod);
        if (!name.isEmpty()) {
            for (var container : all) {
                if (container.name().equals(name)) {
                    return new ContainerChoice(podName, container, "");
                }
            }
            return new ContainerChoice(podName, null, "container " + name + " is not valid for pod " + podName);
        }
        var main = pod.spec().containers();
        if (main.size() == 1) {
            return new ContainerChoice(podName, main.get(0), "");
        }
        var text = "a container name must be specified for pod " + podName;
        return new ContainerChoice(podName, null, main.isEmpty() ? text : text + ", choose one of: " + names(all));
    }

    /** Init containers first, as upstream visits them. */
    private static List<Container> all(Pod pod) {
        var all = new ArrayList<>(pod.spec().initContainers());
        all.addAll(pod.spec().containers());
        all.addAll(EphemeralContainers.of(pod));
        return all;
    }

    private static String names(List<Container> containers) {
        return "[" + String.join(" ", containers.stream().map(Container::name).toList()) + "]";
    }

    /** The container; empty if it is not clear which. */
    public Optional<Container> found() {
        return Optional.ofNullable(container);
    }

    @Override
    public String explain() {
        return container == null ? problem : "container " + container.name() + " of pod " + pod;
    }

    @Override
    public Finding finding() {
        return container == null
                ? Finding.fail("streams.container", pod, problem)
                : Finding.pass("streams.container", pod, explain());
    }
}
