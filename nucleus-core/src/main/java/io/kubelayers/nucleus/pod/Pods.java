package io.kubelayers.nucleus.pod;

import io.kubelayers.nucleus.core.Container;
import io.kubelayers.nucleus.core.ContainerBuilder;
import io.kubelayers.nucleus.core.ContainerRestartPolicy;
import io.kubelayers.nucleus.core.Pod;
import io.kubelayers.nucleus.core.PodBuilder;
import io.kubelayers.nucleus.core.PodSpec;
import io.kubelayers.nucleus.core.PodSpecBuilder;
import io.kubelayers.nucleus.core.Probe;
import io.kubelayers.nucleus.core.Toleration;
import io.kubelayers.nucleus.core.Volume;
import io.kubelayers.nucleus.meta.ObjectMetaBuilder;
import io.kubelayers.nucleus.value.Quantity;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Describes a pod in a line or two, for tests and experiments. Mutable while it is described; {@link #build} gives the Pod.
 *
 * <pre>{@code
 * Pods.named("web").image("nginx").requests("cpu", "100m", "memory", "64Mi").label("app", "web").build();
 * Pods.named("work").sidecar("proxy", "envoy").image("worker").restartPolicy("Never").on("node-1").build();
 * }</pre>
 *
 * <p>There is one container, {@code main}, until {@link #container} adds more; what is said about resources, probes and
 * the like is about the container added last.
 */
public final class Pods {
    private final ObjectMetaBuilder metadata;
    private PodSpecBuilder spec = PodSpecBuilder.builder();
    private final Map<String, String> labels = new TreeMap<>();
    private final Map<String, String> annotations = new TreeMap<>();
    private final List<Container> inits = new ArrayList<>();
    private final List<Container> containers = new ArrayList<>();
    private final List<Volume> volumes = new ArrayList<>();
    private final List<Toleration> tolerations = new ArrayList<>();
    private final Map<String, String> nodeSelector = new TreeMap<>();

    private Pods(String namespace, String name) {
        metadata = ObjectMetaBuilder.builder().name(name).namespace(namespace);
        containers.add(oneContainer("main", "app"));
    }

    /**
     * A pod {@code namespace/name}, or just {@code name} in namespace {@code default}, with a container {@code main} of
     * image {@code app}.
     */
    public static Pods named(String name) {
        int slash = name.indexOf('/');
        return slash < 0 ? new Pods("default", name) : new Pods(name.substring(0, slash), name.substring(slash + 1));
    }

    private static Container oneContainer(String name, String image) {
        return ContainerBuilder.builder().name(name).image(image).build();
    }

    public Pods namespace(String namespace) {
        metadata.namespace(namespace);
        return this;
    }

    public Pods label(String key, String value) {
        labels.put(key, value);
        return this;
    }

    public Pods annotation(String key, String value) {
        annotations.put(key, value);
        return this;
    }

    /** Changes the container described last in any way. */
    public Pods change(UnaryOperator<Container> change) {
        int last = containers.size() - 1;
        containers.set(last, change.apply(containers.get(last)));
        return this;
    }

    /** The image of the container. */
    public Pods image(String image) {
        return change(container -> container.withImage(image));
    }

    /** One more container; what is said from here on is about it. */
    public Pods container(String name, String image) {
        containers.add(oneContainer(name, image));
        return this;
    }

    /** An init container, which has to complete before the next begins. */
    public Pods init(String name, String image) {
        inits.add(oneContainer(name, image));
        return this;
    }

    /** An init container that keeps running beside the others. */
    public Pods sidecar(String name, String image) {
        inits.add(oneContainer(name, image).withRestartPolicy(ContainerRestartPolicy.ALWAYS));
        return this;
    }

    /** What the container requests: names and amounts in turn. */
    public Pods requests(String... namesAndAmounts) {
        return change(
                container -> container.withResources(container.resources().withRequests(amounts(namesAndAmounts))));
    }

    /** How much CPU the container requests, beside what it requests already. */
    public Pods cpu(String amount) {
        return request("cpu", amount);
    }

    /** How much memory the container requests, beside what it requests already. */
    public Pods memory(String amount) {
        return request("memory", amount);
    }

    private Pods request(String resource, String amount) {
        return change(container -> {
            var requests = new TreeMap<>(container.resources().requests());
            requests.put(resource, Quantity.parse(amount));
            return container.withResources(container.resources().withRequests(requests));
        });
    }

    /** What the container is limited to: names and amounts in turn. */
    public Pods limits(String... namesAndAmounts) {
        return change(container -> container.withResources(container.resources().withLimits(amounts(namesAndAmounts))));
    }

    private static Map<String, Quantity> amounts(String... namesAndAmounts) {
        var amounts = new TreeMap<String, Quantity>();
        for (int i = 0; i + 1 < namesAndAmounts.length; i += 2) {
            amounts.put(namesAndAmounts[i], Quantity.parse(namesAndAmounts[i + 1]));
        }
        return amounts;
    }

    public Pods readiness(Probe probe) {
        return change(container -> container.withReadinessProbe(probe));
    }

    public Pods liveness(Probe probe) {
        return change(container -> container.withLivenessProbe(probe));
    }

    public Pods startup(Probe probe) {
        return change(container -> container.withStartupProbe(probe));
    }

    /** {@code Always}, {@code OnFailure} or {@code Never}. */
    public Pods restartPolicy(String policy) {
        spec.restartPolicy(policy);
        return this;
    }

    /** Bound to a node already, past any scheduler. */
    public Pods on(@Nullable String node) {
        spec.nodeName(node);
        return this;
    }

    public Pods nodeSelector(String key, String value) {
        nodeSelector.put(key, value);
        return this;
    }

    /** Only nodes of that zone will do. */
    public Pods zone(String zone) {
        return nodeSelector("topology.kubernetes.io/zone", zone);
    }

    public Pods tolerates(Toleration toleration) {
        tolerations.add(toleration);
        return this;
    }

    public Pods volume(Volume volume) {
        volumes.add(volume);
        return this;
    }

    public Pods priority(int priority) {
        spec.priority(priority);
        return this;
    }

    public Pods gracePeriodSeconds(long seconds) {
        spec.terminationGracePeriodSeconds(seconds);
        return this;
    }

    /** Changes the specification in any other way, last. */
    public Pods spec(UnaryOperator<PodSpecBuilder> change) {
        spec = change.apply(spec);
        return this;
    }

    public Pod build() {
        PodSpec whole = spec.containers(containers)
                .initContainers(inits)
                .volumes(volumes)
                .tolerations(tolerations)
                .nodeSelector(nodeSelector)
                .build();
        return PodBuilder.builder()
                .metadata(metadata.labels(labels).annotations(annotations).build())
                .spec(whole)
                .build();
    }
}
