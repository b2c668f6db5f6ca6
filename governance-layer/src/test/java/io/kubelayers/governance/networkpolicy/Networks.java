package io.kubelayers.governance.networkpolicy;

import io.kubelayers.application.ApplicationKinds;
import io.kubelayers.governance.GovernanceKinds;
import io.kubelayers.nucleus.NucleusKinds;
import io.kubelayers.nucleus.codec.Codec;
import io.kubelayers.nucleus.codec.ReadOptions;
import io.kubelayers.nucleus.core.Namespace;
import io.kubelayers.nucleus.core.Pod;
import io.kubelayers.nucleus.meta.KubernetesObject;
import io.kubelayers.nucleus.types.TypeRegistry;
import java.util.ArrayList;
import java.util.List;

/** Small networks for tests, from YAML. */
final class Networks {
    private static final Codec CODEC = Codec.of(
            TypeRegistry.of(NucleusKinds.ALL).withAll(ApplicationKinds.ALL).withAll(GovernanceKinds.ALL));

    /** A shop: two web pods, a database, and a monitor in its own namespace. */
    static final String SHOP =
            """
            {apiVersion: v1, kind: Namespace, metadata: {name: shop}}
            ---
            {apiVersion: v1, kind: Namespace, metadata: {name: ops, labels: {team: ops}}}
            ---
            apiVersion: v1
            kind: Pod
            metadata: {namespace: shop, name: web-0, labels: {app: web}}
            spec: {containers: [{name: c, image: i, ports: [{name: http, containerPort: 8080}]}]}
            status: {podIP: 10.0.0.1, podIPs: [{ip: 10.0.0.1}]}
            ---
            apiVersion: v1
            kind: Pod
            metadata: {namespace: shop, name: web-1, labels: {app: web}}
            spec: {containers: [{name: c, image: i, ports: [{name: http, containerPort: 8081}]}]}
            status: {podIP: 10.0.0.2, podIPs: [{ip: 10.0.0.2}]}
            ---
            apiVersion: v1
            kind: Pod
            metadata: {namespace: shop, name: db, labels: {app: db}}
            spec: {containers: [{name: c, image: i, ports: [{name: sql, containerPort: 5432}]}]}
            status: {podIP: 10.0.0.3, podIPs: [{ip: 10.0.0.3}]}
            ---
            apiVersion: v1
            kind: Pod
            metadata: {namespace: ops, name: monitor, labels: {app: monitor}}
            spec: {containers: [{name: c, image: i}]}
            status: {podIP: 10.0.1.1, podIPs: [{ip: 10.0.1.1}]}
            """;

    /** Where the shop runs: web-1 beside an agent in the network of its node, the monitor on another node. */
    static final String ON_NODES = SHOP.replace(
                            "app: web}}\nspec: {containers: [{name: c, image: i, ports: [{name: http, containerPort: 8081",
                            "app: web}}\nspec: {nodeName: node-1, containers: [{name: c, image: i, ports: [{name: http, containerPort: 8081")
                    .replace(
                            "status: {podIP: 10.0.0.2",
                            "status: {hostIP: 192.0.2.1, hostIPs: [{ip: 192.0.2.1}], podIP: 10.0.0.2")
                    .replace("app: monitor}}\nspec: {", "app: monitor}}\nspec: {nodeName: node-2, ")
                    .replace(
                            "status: {podIP: 10.0.1.1",
                            "status: {hostIP: 192.0.2.2, hostIPs: [{ip: 192.0.2.2}], podIP: 10.0.1.1")
            + """
                    ---
                    apiVersion: v1
                    kind: Pod
                    metadata: {namespace: ops, name: agent, labels: {app: agent}}
                    spec: {nodeName: node-1, hostNetwork: true, containers: [{name: c, image: i, ports: [{containerPort: 9100}]}]}
                    status: {hostIP: 192.0.2.1, hostIPs: [{ip: 192.0.2.1}], podIP: 192.0.2.1, podIPs: [{ip: 192.0.2.1}]}
                    """;

    private Networks() {}

    static List<KubernetesObject> objects(String yaml) {
        return CODEC.readAll(yaml, ReadOptions.strict());
    }

    static <T> List<T> of(Class<T> kind, String yaml) {
        var found = new ArrayList<T>();
        for (var object : objects(yaml)) {
            if (kind.isInstance(object)) {
                found.add(kind.cast(object));
            }
        }
        return found;
    }

    /** The shop with these policies. */
    static NetworkReachability shop(String policies) {
        return NetworkReachability.of(of(Namespace.class, SHOP), of(Pod.class, SHOP), policies(policies));
    }

    static List<NetworkPolicy> policies(String yaml) {
        return yaml.isEmpty() ? List.of() : of(NetworkPolicy.class, yaml);
    }

    /** A policy of namespace shop with this spec. */
    static String policy(String name, String spec) {
        return "{apiVersion: networking.k8s.io/v1, kind: NetworkPolicy, metadata: {namespace: shop, name: " + name
                + "}, spec: " + spec + "}\n---\n";
    }
}
