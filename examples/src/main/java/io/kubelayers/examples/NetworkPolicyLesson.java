package io.kubelayers.examples;

import io.kubelayers.governance.networkpolicy.NetworkConnection;
import io.kubelayers.governance.networkpolicy.NetworkDifference;
import io.kubelayers.governance.networkpolicy.NetworkEndpoint;
import io.kubelayers.governance.networkpolicy.NetworkPicture;
import io.kubelayers.governance.networkpolicy.NetworkPolicy;
import io.kubelayers.governance.networkpolicy.NetworkReachability;
import io.kubelayers.governance.networkpolicy.NetworkReview;
import io.kubelayers.nucleus.core.Namespace;
import io.kubelayers.nucleus.core.Pod;
import io.kubelayers.nucleus.explain.Render;
import io.kubelayers.nucleus.meta.KubernetesObject;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;

/** A pull request changes a network policy: what does it open? No cluster, policies in, an answer out. */
public final class NetworkPolicyLesson {
    private static final String PODS =
            """
            {apiVersion: v1, kind: Namespace, metadata: {name: shop}}
            ---
            apiVersion: v1
            kind: Pod
            metadata: {namespace: shop, name: web, labels: {app: web}}
            spec: {containers: [{name: web, image: web, ports: [{name: http, containerPort: 8080}]}]}
            status: {podIP: 10.0.0.1}
            ---
            apiVersion: v1
            kind: Pod
            metadata: {namespace: shop, name: db, labels: {app: db}}
            spec: {containers: [{name: db, image: db, ports: [{name: sql, containerPort: 5432}]}]}
            status: {podIP: 10.0.0.2}
            ---
            apiVersion: v1
            kind: Pod
            metadata: {namespace: ops, name: backup, labels: {app: backup}}
            spec: {containers: [{name: backup, image: backup}]}
            status: {podIP: 10.0.1.1}
            """;
    private static final String BEFORE =
            """
            apiVersion: networking.k8s.io/v1
            kind: NetworkPolicy
            metadata: {namespace: shop, name: db}
            spec:
              podSelector: {matchLabels: {app: db}}
              ingress:
              - from: [{podSelector: {matchLabels: {app: web}}}]
                ports: [{port: sql}]
            """;

    /** Meant for the backup pods of ops; the dash before podSelector makes it two peers. */
    private static final String AFTER = BEFORE
            + """
              - from:
                - namespaceSelector: {matchLabels: {kubernetes.io/metadata.name: ops}}
                - podSelector: {}
            """;

    private NetworkPolicyLesson() {}

    public static void main(String[] arguments) {
        run(System.out);
    }

    static void run(PrintStream out) {
        var namespaces = only(Namespace.class, PODS);
        var pods = only(Pod.class, PODS);
        var before = only(NetworkPolicy.class, BEFORE);
        var after = only(NetworkPolicy.class, AFTER);

        var network = NetworkReachability.of(namespaces, pods, before);
        var db = NetworkEndpoint.pod("shop", "db");
        out.println(network.verdict(NetworkConnection.tcp(NetworkEndpoint.pod("shop", "web"), db, 5432))
                .explain());
        out.print(Render.text(network.verdict(NetworkConnection.tcp(NetworkEndpoint.pod("ops", "backup"), db, 5432))));

        out.println("What the pull request opens:");
        out.print(Render.text(NetworkDifference.between(namespaces, pods, before, after)));

        out.println("What stands out afterwards:");
        out.print(Render.text(NetworkReview.of(NetworkReachability.of(namespaces, pods, after))));
        out.print(NetworkPicture.of(network.matrix()).dot());
    }

    private static <T extends KubernetesObject> List<T> only(Class<T> kind, String yaml) {
        var found = new ArrayList<T>();
        for (var object : Yaml.all(yaml)) {
            if (kind.isInstance(object)) {
                found.add(kind.cast(object));
            }
        }
        return found;
    }
}
