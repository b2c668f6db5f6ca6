package io.kubelayers.examples.benchmarks.clients;

import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.IntConsumer;

/** What tests of operators do: make pods, look at them, choose some, change and delete them. */
final class Round {
    private static final int PODS_OF_APP = 60;

    private final ServerTime time;
    private final Map<String, Cost> costs = new LinkedHashMap<>();

    Round(KubernetesClient client, ServerTime time, int many) {
        this.time = time;
        int apps = Math.max(1, many / PODS_OF_APP);
        var begun = Cost.now(time);
        var pods = client.pods().inNamespace("default");
        each("create", many, i -> pods.resource(pod(i, apps)).create());
        each("get", many, i -> pods.withName("pod-" + i).get());
        each("edit", many / 10, i -> pods.withName("pod-" + i).edit(found -> new PodBuilder(found)
                .editMetadata()
                .addToAnnotations("edited", "yes")
                .endMetadata()
                .build()));
        each("list one app's pods", 2 * apps, i -> pods.withLabel("app", "app-" + i % apps)
                .list());
        each("delete", many, i -> pods.withName("pod-" + i).delete());
        costs.put("the whole round", Cost.now(time).since(begun));
    }

    Map<String, Cost> costs() {
        return costs;
    }

    private void each(String step, int times, IntConsumer work) {
        var begun = Cost.now(time);
        for (int i = 0; i < times; i++) {
            work.accept(i);
        }
        costs.put(step, Cost.now(time).since(begun).each(times));
    }

    private static Pod pod(int i, int apps) {
        return new PodBuilder()
                .withNewMetadata()
                .withName("pod-" + i)
                .addToLabels("app", "app-" + i % apps)
                .endMetadata()
                .withNewSpec()
                .addNewContainer()
                .withName("web")
                .withImage("registry.example.com/web:1.2.3")
                .endContainer()
                .endSpec()
                .build();
    }
}
