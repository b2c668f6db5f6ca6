package io.kubelayers.examples.benchmarks.http;

import io.kubelayers.nucleus.client.Client;
import io.kubelayers.nucleus.core.ContainerBuilder;
import io.kubelayers.nucleus.core.PodBuilder;
import io.kubelayers.nucleus.core.PodSpecBuilder;
import io.kubelayers.nucleus.core.ResourceRequirementsBuilder;
import io.kubelayers.nucleus.meta.ObjectMetaBuilder;
import io.kubelayers.nucleus.value.Quantity;
import java.util.List;
import java.util.Map;

/** Pods such as a ReplicaSet makes, all alike but for their names. */
final class Pods {
    private Pods() {}

    static void create(Client client, int count) {
        var spec = PodSpecBuilder.builder()
                .containers(List.of(ContainerBuilder.builder()
                        .name("web")
                        .image("registry.example.com/web:1.2.3")
                        .resources(ResourceRequirementsBuilder.builder()
                                .requests(Map.of("cpu", Quantity.parse("100m"), "memory", Quantity.parse("256Mi")))
                                .build())
                        .build()))
                .build();
        for (int i = 0; i < count; i++) {
            client.create(PodBuilder.builder()
                    .metadata(ObjectMetaBuilder.builder()
                            .name("pod-" + i)
                            .namespace("default")
                            .labels(Map.of("app", "web", "pod-template-hash", "5d4f8c7b9"))
                            .build())
                    .spec(spec)
                    .build());
        }
    }
}
