package io.kubelayers.interfaces.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TestCommandTest {
    private static final String SHOP =
            """
            {apiVersion: v1, kind: Namespace, metadata: {name: shop, labels: {pod-security.kubernetes.io/enforce: baseline}}}
            ---
            apiVersion: apps/v1
            kind: Deployment
            metadata: {namespace: shop, name: web}
            spec:
              replicas: 2
              selector: {matchLabels: {app: web}}
              template:
                metadata: {labels: {app: web}}
                spec: {containers: [{name: web, image: web, resources: {requests: {cpu: 500m}}}]}
            ---
            apiVersion: apps/v1
            kind: Deployment
            metadata: {namespace: shop, name: db}
            spec:
              selector: {matchLabels: {app: db}}
              template:
                metadata: {labels: {app: db}}
                spec: {nodeSelector: {kubernetes.io/hostname: node-2}, containers: [{name: db, image: db, ports: [{containerPort: 5432}], resources: {requests: {cpu: 100m}}}]}
            ---
            {apiVersion: v1, kind: Service, metadata: {namespace: shop, name: db}, spec: {selector: {app: db}, ports: [{port: 5432}]}}
            ---
            apiVersion: networking.k8s.io/v1
            kind: NetworkPolicy
            metadata: {namespace: shop, name: db}
            spec:
              podSelector: {matchLabels: {app: db}}
              ingress: [{from: [{podSelector: {matchLabels: {app: web}}}]}]
            ---
            {apiVersion: rbac.authorization.k8s.io/v1, kind: Role, metadata: {namespace: shop, name: keeper}, rules: [{apiGroups: [""], resources: [pods], verbs: [get, delete]}]}
            ---
            {apiVersion: rbac.authorization.k8s.io/v1, kind: RoleBinding, metadata: {namespace: shop, name: keepers}, roleRef: {apiGroup: rbac.authorization.k8s.io, kind: Role, name: keeper}, subjects: [{kind: User, name: jane, apiGroup: rbac.authorization.k8s.io}]}
            ---
            {apiVersion: v1, kind: ResourceQuota, metadata: {namespace: shop, name: cpu}, spec: {hard: {requests.cpu: "2"}}}
            ---
            {apiVersion: policy/v1, kind: PodDisruptionBudget, metadata: {namespace: shop, name: db}, spec: {minAvailable: 1, selector: {matchLabels: {app: db}}}}
            ---
            apiVersion: autoscaling/v2
            kind: HorizontalPodAutoscaler
            metadata: {namespace: shop, name: web}
            spec:
              scaleTargetRef: {apiVersion: apps/v1, kind: Deployment, name: web}
              minReplicas: 1
              maxReplicas: 10
              metrics: [{type: Resource, resource: {name: cpu, target: {type: Utilization, averageUtilization: 60}}}]
            """;
    private static final String MORE =
            """
            apiVersion: apps/v1
            kind: Deployment
            metadata: {namespace: shop, name: more}
            spec:
              replicas: REPLICAS
              selector: {matchLabels: {app: more}}
              template:
                metadata: {labels: {app: more}}
                spec: {containers: [{name: more, image: more, resources: {requests: {cpu: 300m}}}]}
            """;

    @TempDir
    private Path folder;

    @BeforeEach
    void write() throws IOException {
        CommandRun.file(folder, "shop.yaml", SHOP);
        Files.createDirectory(folder.resolve("try"));
        CommandRun.file(folder, "try/small.yaml", MORE.replace("REPLICAS", "1"));
        CommandRun.file(folder, "try/large.yaml", MORE.replace("REPLICAS", "4"));
    }

    private CommandRun run(String expectations, String... options) {
        CommandRun.file(folder, "expectations.yaml", expectations);
        var arguments = new ArrayList<>(List.of("test", folder.toString()));
        arguments.addAll(List.of(options));
        return CommandRun.of(arguments.toArray(String[]::new));
    }

    @Test
    void metExpectationsAreListed() {
        var run = run(
                """
                expect:
                - can: {user: jane, verb: delete, resource: pods, namespace: shop}
                - cannot: {user: jane, verb: delete, resource: pods}
                - cannot: {serviceAccount: shop/default, verb: get, resource: secrets, namespace: shop}
                - name: nobody gets the network of a node
                  denied:
                    reason: 'violates PodSecurity "baseline:latest": host namespaces (hostNetwork=true)'
                    code: 403
                    object: {apiVersion: v1, kind: Pod, metadata: {name: p, namespace: shop}, spec: {hostNetwork: true, containers: [{name: c, image: i, resources: {requests: {cpu: 1m}}}]}}
                - admitted: {file: try/small.yaml}
                - fits: {files: [try/small.yaml]}
                - doesNotFit: {files: [try/large.yaml]}
                - reaches: {from: shop/web, toService: shop/db, port: 5432}
                - doesNotReach: {fromAddress: 203.0.113.9, to: shop/db, port: 5432}
                - schedules: {pod: shop/web}
                - doesNotSchedule:
                    because: Insufficient cpu
                    object: {apiVersion: v1, kind: Pod, metadata: {name: p}, spec: {containers: [{name: c, image: i, resources: {requests: {cpu: 64}}}]}}
                - drains: {node: node-1, within: 2m}
                - doesNotDrain: {node: node-2, within: 10s, because: needs 1 healthy pods and has 1 currently}
                - scalesTo: {hpa: shop/web, load: {cpu: 600m}, replicas: 4}
                """);

        assertThat(run.out()).endsWith("14 expectations met, 0 missed\n");
        assertThat(run.out()).contains("expectations.yaml:2 jane can delete pods in namespace shop\n");
        assertThat(run.out()).contains("expectations.yaml:5 nobody gets the network of a node\n");
        assertThat(run.code()).as(run.out()).isZero();
    }

    @Test
    void missedOnesSayWhy() throws IOException {
        var junit = folder.resolve("out/results.xml");
        var html = folder.resolve("out/results.html");
        var run = run(
                """
                expect:
                - can: {user: jane, verb: update, resource: pods, namespace: shop}
                - fits: {files: [try/large.yaml]}
                """,
                "--junit",
                junit.toString(),
                "--html",
                html.toString());

        assertThat(run.code()).isEqualTo(1);
        assertThat(run.out())
                .contains("MISS  " + folder.resolve("expectations.yaml") + ":2 jane can update pods in namespace shop")
                .contains("      But:      nothing allows it")
                .contains("grants get, delete on pods in API group \"\", not update")
                .contains("the first that does not fit is Deployment shop/more: ")
                .contains("exceeded quota: cpu, requested: requests.cpu=300m")
                .endsWith("0 expectations met, 2 missed\n");
        assertThat(Files.readString(junit))
                .contains("<testsuite name=\"kubelayers\" tests=\"2\" failures=\"2\"")
                .contains("<testcase name=\"jane can update pods in namespace shop\"");
        assertThat(Files.readString(html)).contains("0 expectations met, 2 missed");
    }

    @Test
    void otherCommandsPassOverWhatIsForTestsAlone() {
        CommandRun.file(folder, "expectations.yaml", "expect: []\n");

        var run = CommandRun.of("quota", "-f", folder.toString());

        assertThat(run.out()).contains("Deployment shop/web: fits").doesNotContain("shop/more");
        assertThat(CommandRun.of(
                                "quota",
                                "-f",
                                folder.toString(),
                                "-f",
                                folder.resolve("try").toString())
                        .out())
                .contains("the first that does not fit is Deployment shop/more");
    }

    @Test
    void badFilesAreNamedWithTheirLine() {
        assertThat(run("expect:\n- can: {user: jane}\n").err())
                .startsWith("error: " + folder.resolve("expectations.yaml") + ":2: field verb is missing");
        assertThat(run("expect:\n- can: {user: a, verb: get, resource: pods}\n- reach: {}\n")
                        .err())
                .contains("expectations.yaml:3: unknown expectation reach; ");
        assertThat(run("expect:\n- fits: {files: [x.yaml], quota: q}\n").err())
                .contains("expectations.yaml:2: unknown field quota; ");
        assertThat(run("expect: {}").code()).isEqualTo(2);
        assertThat(run("expect:\n- schedules: {pod: shop/wbe}\n").out())
                .contains("there is no pod or workload shop/wbe; ");
    }
}
