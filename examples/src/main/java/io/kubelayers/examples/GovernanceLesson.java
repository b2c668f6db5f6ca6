package io.kubelayers.examples;

import io.kubelayers.application.ApplicationLayer;
import io.kubelayers.governance.GovernanceLayer;
import io.kubelayers.nucleus.cluster.Cluster;
import io.kubelayers.nucleus.core.Pod;
import io.kubelayers.nucleus.errors.ApiException;
import io.kubelayers.nucleus.explain.Render;
import java.io.PrintStream;

/** Layer 3: policy. Who may do what, and how much a namespace may use; every refusal explains itself. */
public final class GovernanceLesson {
    private static final String POLICY =
            """
            apiVersion: v1
            kind: Namespace
            metadata: {name: shop}
            ---
            apiVersion: rbac.authorization.k8s.io/v1
            kind: Role
            metadata: {name: developer, namespace: shop}
            rules:
            - {apiGroups: [""], resources: [pods], verbs: [create, get, list]}
            ---
            apiVersion: rbac.authorization.k8s.io/v1
            kind: RoleBinding
            metadata: {name: jane-develops, namespace: shop}
            subjects: [{kind: User, name: jane, apiGroup: rbac.authorization.k8s.io}]
            roleRef: {kind: Role, name: developer, apiGroup: rbac.authorization.k8s.io}
            ---
            apiVersion: v1
            kind: ResourceQuota
            metadata: {name: small, namespace: shop}
            spec: {hard: {requests.cpu: "1"}}
            """;

    private GovernanceLesson() {}

    public static void main(String[] arguments) {
        run(System.out);
    }

    static void run(PrintStream out) {
        try (var cluster = Cluster.builder()
                .layers(ApplicationLayer.standard(), GovernanceLayer.standard())
                .nodes(1, node -> node)
                .start()) {
            cluster.apply(Yaml.all(POLICY));
            cluster.settle();
            var jane = cluster.as("jane");

            jane.create(pod("small-one", "500m"));
            out.println("jane created a pod");
            attempt(out, () -> jane.create(pod("large-one", "800m")));
            attempt(out, () -> jane.on(Pod.class).delete("shop", "small-one"));
        }
    }

    private static void attempt(PrintStream out, Runnable request) {
        try {
            request.run();
        } catch (ApiException refused) {
            out.println(refused.code() + " " + refused.getMessage());
            out.print(Render.text(refused));
        }
    }

    private static Pod pod(String name, String cpu) {
        return Yaml.one(
                """
                apiVersion: v1
                kind: Pod
                metadata: {name: %s, namespace: shop}
                spec:
                  containers:
                  - {name: main, image: "app:1", resources: {requests: {cpu: %s}}}
                """
                        .formatted(name, cpu),
                Pod.class);
    }
}
