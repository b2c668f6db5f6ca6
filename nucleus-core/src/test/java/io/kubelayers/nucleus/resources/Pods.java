package io.kubelayers.nucleus.resources;

import io.kubelayers.nucleus.core.Container;
import io.kubelayers.nucleus.core.ContainerBuilder;
import io.kubelayers.nucleus.core.ContainerRestartPolicy;
import io.kubelayers.nucleus.core.ContainerStatus;
import io.kubelayers.nucleus.core.ContainerStatusBuilder;
import io.kubelayers.nucleus.core.Pod;
import io.kubelayers.nucleus.core.PodBuilder;
import io.kubelayers.nucleus.core.PodConditionBuilder;
import io.kubelayers.nucleus.core.PodConditionType;
import io.kubelayers.nucleus.core.PodSpecBuilder;
import io.kubelayers.nucleus.core.PodStatusBuilder;
import io.kubelayers.nucleus.core.ResourceRequirements;
import io.kubelayers.nucleus.meta.ObjectMetaBuilder;
import java.util.ArrayList;
import java.util.List;

/**
 * Pods from short texts. A container reads {@code name: requests / limits}, with amounts as in {@code cpu 1 memory 1Gi};
 * one whose name ends in {@code +} is a sidecar.
 */
final class Pods {
    private final List<Container> initContainers = new ArrayList<>();
    private final List<Container> containers = new ArrayList<>();
    private final List<ContainerStatus> statuses = new ArrayList<>();
    private PodSpecBuilder spec = PodSpecBuilder.builder();
    private PodStatusBuilder status = PodStatusBuilder.builder();

    static Pods pod() {
        return new Pods();
    }

    Pods init(String text) {
        initContainers.add(container(text));
        return this;
    }

    Pods run(String text) {
        containers.add(container(text));
        return this;
    }

    /** What the node has granted a container and put in force. */
    Pods status(String name, String allocated, String inForce) {
        statuses.add(ContainerStatusBuilder.builder()
                .name(name)
                .allocatedResources(ResourceList.of(words(allocated)))
                .resources(requirements(inForce))
                .build());
        return this;
    }

    Pods overhead(String amounts) {
        spec = spec.overhead(ResourceList.of(words(amounts)));
        return this;
    }

    Pods whole(String resources) {
        spec = spec.resources(requirements(resources));
        return this;
    }

    Pods wholeStatus(String allocated, String inForce) {
        status = status.allocatedResources(ResourceList.of(words(allocated))).resources(requirements(inForce));
        return this;
    }

    Pods resizePending(String reason) {
        status = status.conditions(List.of(PodConditionBuilder.builder()
                .type(PodConditionType.POD_RESIZE_PENDING)
                .status("True")
                .reason(reason)
                .build()));
        return this;
    }

    Pod build() {
        return PodBuilder.builder()
                .metadata(ObjectMetaBuilder.builder().name("web").build())
                .spec(spec.initContainers(initContainers).containers(containers).build())
                .status(status.containerStatuses(statuses).build())
                .build();
    }

    private static Container container(String text) {
        String[] parts = text.split(":", 2);
        boolean sidecar = parts[0].endsWith("+");
        return ContainerBuilder.builder()
                .name(sidecar ? parts[0].substring(0, parts[0].length() - 1) : parts[0])
                .restartPolicy(sidecar ? ContainerRestartPolicy.ALWAYS : null)
                .resources(requirements(parts[1]))
                .build();
    }

    private static ResourceRequirements requirements(String text) {
        String[] parts = text.split("(^|\\s)/(\\s|$)", 2);
        return new ResourceRequirements(
                ResourceList.of(words(parts.length > 1 ? parts[1] : "")), ResourceList.of(words(parts[0])), null);
    }

    private static String[] words(String text) {
        return text.isBlank() ? new String[0] : text.trim().split("\\s+");
    }
}
