package io.kubelayers.application.scheduling;

import io.kubelayers.nucleus.core.Affinity;
import io.kubelayers.nucleus.core.AffinityBuilder;
import io.kubelayers.nucleus.core.Container;
import io.kubelayers.nucleus.core.ContainerBuilder;
import io.kubelayers.nucleus.core.ContainerPort;
import io.kubelayers.nucleus.core.NodeAffinity;
import io.kubelayers.nucleus.core.Pod;
import io.kubelayers.nucleus.core.PodBuilder;
import io.kubelayers.nucleus.core.PodSpec;
import io.kubelayers.nucleus.core.PodSpecBuilder;
import io.kubelayers.nucleus.core.ResourceRequirements;
import io.kubelayers.nucleus.core.Toleration;
import io.kubelayers.nucleus.meta.ObjectMetaBuilder;
import io.kubelayers.nucleus.value.Quantity;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/** Describes a pod of namespace {@code default} in a line, for tests. */
public final class APod {
    private final Pod pod;

    private APod(Pod pod) {
        this.pod = pod;
    }

    /** A pod with one container that requests nothing. */
    public static APod named(String name) {
        return new APod(PodBuilder.builder()
                .metadata(ObjectMetaBuilder.builder()
                        .name(name)
                        .namespace("default")
                        .uid("uid-" + name)
                        .build())
                .spec(PodSpecBuilder.builder()
                        .containers(List.of(container("main", Map.of())))
                        .build())
                .build());
    }

    /** A container with requests. */
    public static Container container(String name, Map<String, String> requests) {
        return ContainerBuilder.builder()
                .name(name)
                .image("app:1")
                .resources(new ResourceRequirements(Map.of(), quantities(requests), List.of()))
                .build();
    }

    public static Map<String, Quantity> quantities(Map<String, String> texts) {
        var quantities = new TreeMap<String, Quantity>();
        texts.forEach((name, text) -> quantities.put(name, Quantity.parse(text)));
        return quantities;
    }

    public APod spec(UnaryOperator<PodSpec> change) {
        return new APod(pod.withSpec(change.apply(pod.spec())));
    }

    /** Changes the first container. */
    public APod container(UnaryOperator<Container> change) {
        return spec(spec ->
                spec.withContainers(List.of(change.apply(spec.containers().get(0)))));
    }

    public APod requests(String resource, String amount) {
        return container(container -> {
            var requests = new TreeMap<>(container.resources().requests());
            requests.put(resource, Quantity.parse(amount));
            return container.withResources(container.resources().withRequests(requests));
        });
    }

    public APod cpu(String amount) {
        return requests("cpu", amount);
    }

    public APod memory(String amount) {
        return requests("memory", amount);
    }

    public APod priority(int priority) {
        return spec(spec -> spec.withPriority(priority));
    }

    public APod hostPort(int port, String protocol, String ip) {
        return container(container -> container.withPorts(List.of(new ContainerPort(null, port, port, protocol, ip))));
    }

    public APod toleration(String key, String operator, String value, String effect) {
        return spec(spec -> spec.withTolerations(List.of(new Toleration(key, operator, value, effect, null))));
    }

    public APod nodeAffinity(NodeAffinity affinity) {
        return affinity(AffinityBuilder.builder().nodeAffinity(affinity).build());
    }

    public APod affinity(Affinity affinity) {
        return spec(spec -> spec.withAffinity(affinity));
    }

    public APod labels(Map<String, String> labels) {
        return new APod(pod.withMetadata(pod.metadata().withLabels(labels)));
    }

    public APod status(UnaryOperator<Pod.Status> change) {
        return new APod(pod.withStatus(change.apply(pod.status())));
    }

    public Pod build() {
        return pod;
    }

    /** The pod, bound to this node. */
    public Pod on(String node) {
        return pod.withSpec(pod.spec().withNodeName(node));
    }
}
