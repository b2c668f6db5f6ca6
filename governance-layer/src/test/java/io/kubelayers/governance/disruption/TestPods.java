package io.kubelayers.governance.disruption;

import io.kubelayers.nucleus.client.Client;
import io.kubelayers.nucleus.core.ContainerBuilder;
import io.kubelayers.nucleus.core.Pod;
import io.kubelayers.nucleus.core.PodSpecBuilder;
import io.kubelayers.nucleus.meta.ObjectMetaBuilder;
import java.util.List;
import java.util.Map;

/** Pods that the server accepts. */
public final class TestPods {
    private TestPods() {}

    /** A pod of app web; its status is up to the server. */
    public static Pod running(String name, String namespace) {
        return new Pod(
                ObjectMetaBuilder.builder()
                        .name(name)
                        .namespace(namespace)
                        .labels(Map.of("app", "web"))
                        .build(),
                PodSpecBuilder.builder()
                        .nodeName("n1")
                        .containers(List.of(ContainerBuilder.builder()
                                .name("main")
                                .image("web:1")
                                .build()))
                        .build(),
                null);
    }

    /** Creates a pod and says it runs and is ready or not. */
    public static Pod create(Client client, String name, boolean ready) {
        var created = client.create(running(name, "default"));
        return client.updateStatus(created.withStatus(Budgets.pod(name, ready).status()));
    }
}
