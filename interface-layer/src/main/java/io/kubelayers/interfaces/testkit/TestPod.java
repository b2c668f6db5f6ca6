package io.kubelayers.interfaces.testkit;

import io.kubelayers.nucleus.core.ContainerBuilder;
import io.kubelayers.nucleus.core.Pod;
import io.kubelayers.nucleus.core.PodBuilder;
import io.kubelayers.nucleus.core.PodSpecBuilder;
import io.kubelayers.nucleus.core.ResourceRequirements;
import io.kubelayers.nucleus.core.Toleration;
import io.kubelayers.nucleus.meta.ObjectMetaBuilder;
import io.kubelayers.nucleus.value.Quantity;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A pod with one container, described in a line. Mutable while it is described; {@link #build} gives the Pod.
 *
 * <pre>{@code
 * Pod pod = TestPod.named("shop/web").cpu("500m").memory("1Gi").label("app", "web").build();
 * }</pre>
 *
 * <p>For anything else take {@code build()} and change the record: {@code withSpec(…)}.
 */
public final class TestPod {
    private final String namespace;
    private final String name;
    private final Map<String, String> labels = new TreeMap<>();
    private final Map<String, Quantity> requests = new TreeMap<>();
    private final Map<String, Quantity> limits = new TreeMap<>();
    private final Map<String, String> nodeSelector = new TreeMap<>();
    private final List<Toleration> tolerations = new ArrayList<>();
    private String image = "app:1";
    private @Nullable String node;
    private @Nullable String priorityClass;

    private TestPod(String namespace, String name) {
        this.namespace = namespace;
        this.name = name;
    }

    /** A pod {@code namespace/name}; a name alone is in namespace {@code default}. */
    public static TestPod named(String name) {
        int slash = name.indexOf('/');
        return slash < 0
                ? new TestPod("default", name)
                : new TestPod(name.substring(0, slash), name.substring(slash + 1));
    }

    /** Requests this much CPU. */
    public TestPod cpu(String quantity) {
        return requests("cpu", quantity);
    }

    /** Requests this much memory. */
    public TestPod memory(String quantity) {
        return requests("memory", quantity);
    }

    /** Requests this much of any resource. */
    public TestPod requests(String resource, String quantity) {
        requests.put(resource, Quantity.parse(quantity));
        return this;
    }

    /** Is limited to this much of a resource. */
    public TestPod limit(String resource, String quantity) {
        limits.put(resource, Quantity.parse(quantity));
        return this;
    }

    /** Has this label. */
    public TestPod label(String key, String value) {
        labels.put(key, value);
        return this;
    }

    /** Runs this image. */
    public TestPod image(String reference) {
        image = reference;
        return this;
    }

    /** Wants a node in that zone. */
    public TestPod zone(String zone) {
        return nodeSelector("topology.kubernetes.io/zone", zone);
    }

    /** Wants a node with this label. */
    public TestPod nodeSelector(String key, String value) {
        nodeSelector.put(key, value);
        return this;
    }

    /** Bears taints with this key, whatever value and effect they have. */
    public TestPod tolerates(String key) {
        tolerations.add(new Toleration(key, Toleration.Operator.EXISTS, null, null, null));
        return this;
    }

    /** Has the priority of this class. */
    public TestPod priorityClass(String className) {
        priorityClass = className;
        return this;
    }

    /** Is on this node already. */
    public TestPod onNode(String nodeName) {
        node = nodeName;
        return this;
    }

    /** The Pod. */
    public Pod build() {
        var container = ContainerBuilder.builder()
                .name("app")
                .image(image)
                .resources(new ResourceRequirements(limits, requests, List.of()))
                .build();
        return PodBuilder.builder()
                .metadata(ObjectMetaBuilder.builder()
                        .namespace(namespace)
                        .name(name)
                        .labels(labels)
                        .build())
                .spec(PodSpecBuilder.builder()
                        .containers(List.of(container))
                        .nodeSelector(nodeSelector)
                        .tolerations(tolerations)
                        .nodeName(node)
                        .priorityClassName(priorityClass)
                        .build())
                .build();
    }
}
