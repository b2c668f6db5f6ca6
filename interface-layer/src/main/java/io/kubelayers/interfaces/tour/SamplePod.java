package io.kubelayers.interfaces.tour;

import io.kubelayers.nucleus.core.Container;
import io.kubelayers.nucleus.core.ContainerBuilder;
import io.kubelayers.nucleus.core.Pod;
import io.kubelayers.nucleus.core.PodBuilder;
import io.kubelayers.nucleus.core.PodSpecBuilder;
import io.kubelayers.nucleus.core.ResourceRequirementsBuilder;
import io.kubelayers.nucleus.meta.ObjectMetaBuilder;
import io.kubelayers.nucleus.value.Quantity;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Pods that the tour tries out. */
final class SamplePod {
    private SamplePod() {}

    /** A pod of one container with these requests, which are its limits too. */
    static Pod requesting(String namespace, String name, Map<String, Quantity> resources) {
        return of(namespace, name, List.of(container("main", resources)));
    }

    /** A pod that requests this much in all, in equal parts for its containers. */
    static Pod shared(String namespace, String name, String resource, Quantity amount, int containers) {
        long each = (amount.milliValue() + containers - 1) / containers;
        var all = new ArrayList<Container>();
        for (int i = 0; i < containers; i++) {
            all.add(container("part-" + i, Map.of(resource, Quantity.ofMilli(each, amount.format()))));
        }
        return of(namespace, name, all);
    }

    private static Container container(String name, Map<String, Quantity> resources) {
        return ContainerBuilder.builder()
                .name(name)
                .image("registry.example/tour/visitor:1.0")
                .resources(ResourceRequirementsBuilder.builder()
                        .requests(resources)
                        .limits(resources)
                        .build())
                .build();
    }

    private static Pod of(String namespace, String name, List<Container> containers) {
        return PodBuilder.builder()
                .metadata(ObjectMetaBuilder.builder()
                        .namespace(namespace)
                        .name(name)
                        .build())
                .spec(PodSpecBuilder.builder().containers(containers).build())
                .build();
    }
}
