package io.kubelayers.nucleus.pod;

import io.kubelayers.nucleus.core.ContainerBuilder;
import io.kubelayers.nucleus.core.Pod;
import io.kubelayers.nucleus.core.PodBuilder;
import io.kubelayers.nucleus.core.PodSpecBuilder;
import io.kubelayers.nucleus.meta.ObjectMetaBuilder;
import java.util.List;

/** A pod to begin with. */
final class WebPod {
    private WebPod() {}

    /** The pod "web" of namespace "default", with one container "app". */
    static Pod create() {
        return PodBuilder.builder()
                .metadata(ObjectMetaBuilder.builder()
                        .name("web")
                        .namespace("default")
                        .build())
                .spec(PodSpecBuilder.builder()
                        .containers(List.of(ContainerBuilder.builder()
                                .name("app")
                                .image("nginx")
                                .build()))
                        .build())
                .build();
    }
}
