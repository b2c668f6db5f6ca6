package io.kubelayers.application.discovery;

import io.kubelayers.application.workloads.Workloads;
import io.kubelayers.nucleus.core.ContainerBuilder;
import io.kubelayers.nucleus.core.ContainerPortBuilder;
import io.kubelayers.nucleus.core.Node;
import io.kubelayers.nucleus.core.NodeBuilder;
import io.kubelayers.nucleus.core.Pod;
import io.kubelayers.nucleus.meta.ObjectMetaBuilder;
import io.kubelayers.nucleus.value.IntOrString;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Objects that the tests of discovery share. */
final class Discovery {
    private Discovery() {}

    /** Service web in namespace shop: 10.96.0.20, port http 80 to the containers' port http. */
    static Service service() {
        var port = ServicePortBuilder.builder()
                .name("http")
                .port(80)
                .protocol("TCP")
                .targetPort(IntOrString.of("http"))
                .build();
        return named("web")
                .withSpec(ServiceSpecBuilder.builder()
                        .clusterIP("10.96.0.20")
                        .clusterIPs(List.of("10.96.0.20"))
                        .ipFamilies(List.of("IPv4"))
                        .type(Service.Type.CLUSTER_IP)
                        .selector(Workloads.LABELS)
                        .ports(List.of(port))
                        .build());
    }

    static Service named(String name) {
        return ServiceBuilder.builder()
                .metadata(ObjectMetaBuilder.builder()
                        .name(name)
                        .namespace("shop")
                        .uid("uid-svc-" + name)
                        .build())
                .build();
    }

    static Service headless(Service service) {
        return service.withSpec(service.spec().withClusterIP("None").withClusterIPs(List.of("None")));
    }

    /** A ready pod of the service with port http 8080. */
    static Pod pod(String name, String ip, String node) {
        var container = ContainerBuilder.builder()
                .name("main")
                .ports(List.of(ContainerPortBuilder.builder()
                        .name("http")
                        .containerPort(8080)
                        .protocol("TCP")
                        .build()))
                .build();
        var pod = Workloads.onNode(Workloads.pod(name), node);
        return pod.withMetadata(pod.metadata().withNamespace("shop"))
                .withSpec(pod.spec().withContainers(List.of(container)))
                .withStatus(pod.status().withPodIP(ip).withPodIPs(List.of(new Pod.IP(ip))));
    }

    /** Nodes n1 and n2 in zone a, n3 in zone b. */
    static Map<String, Node> nodes() {
        var nodes = new TreeMap<String, Node>();
        Map.of("n1", "a", "n2", "a", "n3", "b")
                .forEach((name, zone) -> nodes.put(
                        name,
                        NodeBuilder.builder()
                                .metadata(ObjectMetaBuilder.builder()
                                        .name(name)
                                        .labels(Map.of("topology.kubernetes.io/zone", zone))
                                        .build())
                                .build()));
        return nodes;
    }

    /** The slices as the server stores them: named. */
    static List<EndpointSlice> stored(List<EndpointSlice> slices) {
        var named = new ArrayList<EndpointSlice>();
        for (var slice : slices) {
            var metadata = slice.metadata();
            named.add(
                    metadata.name() == null
                            ? slice.withMetadata(metadata.withName(metadata.generateName() + named.size()))
                            : slice);
        }
        return named;
    }

    static List<EndpointSlice> slicesOf(Service service, List<Pod> pods) {
        return stored(
                EndpointSliceDecision.of(service, pods, nodes(), List.of()).create());
    }
}
