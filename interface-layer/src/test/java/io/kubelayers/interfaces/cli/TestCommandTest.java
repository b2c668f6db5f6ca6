package io.kubelayers.interfaces.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.xml.XMLConstants;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.SchemaFactory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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

    /** What stands in the file, {@code ;} for the end of a line, and what is said about it. */
    @ParameterizedTest(name = "file {0}")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            # the file
            ''                                              | :1: expected an object, found nothing
            5                                               | :1: expected an object, found the scalar 5
            expect:                                         | :1: a list under the key expect is wanted, and nothing else
            expcet: []                                      | :1: a list under the key expect is wanted, and nothing else
            # policies;expect: [];more: 1                   | :3: a list under the key expect is wanted, and nothing else
            expect:;- can: {user: jane                      | :2:19: invalid YAML: while parsing a flow mapping: expected ',' or '}', but got <stream end>
            expect:;- can: {user: a, user: b}               | :2:18: duplicate field "expect[0].can.user"
            # an expectation
            expect:;-                                       | :2: an expectation such as "can: {...}" is wanted
            expect:;- can: [a]                              | :2: one expectation with its fields is wanted
            expect:;- name: x                               | :2: there is a name but no expectation
            expect:;- name: [x];  can: {}                   | :2: the name is not a text
            expect:;# first;- fits: {file: a};- reach: {}   | :4: unknown expectation reach; typo of reaches?
            {"expect": [{"fits": {"file": "a"}},; {"can": {}}]} | :2: field user is missing
            # its fields
            expect:;- can: {user: jane}                     | :2: field verb is missing
            expect:;- can: {user: [jane]}                   | :2: field user is not a text
            expect:;- fits: {files: [x.yaml], quota: q}     | :2: unknown field quota; there are file, files, object
            expect:;- fits: {files: []}                     | :2: one of the fields file, files and object is needed
            expect:;- denied: {file: a, code: x}            | :2: field code is not a number
            expect:;- drains: {node: n, within: 5 minutes}  | :2: field within is not a time such as 90s, 5m or 1h30m
            expect:;- scalesTo: {hpa: a, load: 5, replicas: 1} | :2: field load is not a map
            """)
    void mistakesAreNamedWithFileAndLine(String file, String problem) {
        var run = run(file.replace(";", "\n"));

        assertThat(run.err()).startsWith("error: " + folder.resolve("expectations.yaml") + problem);
        assertThat(run.code()).isEqualTo(2);
    }

    /** Questions that make no sense in this cluster prove nothing, whichever way they are asked. */
    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            cannot: {user: jane, verb: delete, resource: pdos}                  | no resource "pdos" in this cluster; typo of pods?
            cannot: {user: jane, verb: dellete, resource: pods}                 | no verb "dellete" in this cluster; typo of delete?
            cannot: {user: jane, verb: get, resource: pods/logs}                | no subresource "pods/logs" in this cluster; typo of log?
            cannot: {user: jane, verb: get, resource: pods, namespace: shp}     | no namespace "shp" in this cluster; typo of shop?
            denied: {file: try/none.yaml}                                       | no such file or folder: FOLDER/try/none.yaml
            denied: {object: {apiVersion: v1, kind: Pdo}}                       | no kind "Pdo" is registered for version "v1" in scheme
            doesNotReach: {from: shop/web, to: shop/dbb, port: 1}               | there is no pod or workload shop/dbb; typo of shop/db?
            doesNotReach: {from: shop/web, toService: shop/db, port: 81}        | service shop/db has no port 81
            doesNotReach: {from: shop/web, to: shop/db, port: 1, protocol: TPC} | unknown protocol "TPC": expected TCP, UDP or SCTP
            doesNotReach: {from: shop/web, toAddress: 10.0.0.999, port: 1}      | '10.0.0.999' is not an IP string literal.
            doesNotSchedule: {pod: shop/wbe}                                    | there is no pod or workload shop/wbe; typo of shop/web?
            doesNotDrain: {node: node-9}                                        | nodes "node-9" not found
            scalesTo: {hpa: shop/wbe, load: {cpu: 1}, replicas: 1}              | there is no autoscaler shop/wbe
            scalesTo: {hpa: shop/web, load: {cpu: lots}, replicas: 1}           | cpu is no quantity: lots
            """)
    void senselessQuestionsAreMissed(String expectation, String found) {
        var run = run("expect:\n- " + expectation + "\n");

        assertThat(run.out())
                .startsWith("MISS  " + folder.resolve("expectations.yaml") + ":2 ")
                .contains("But:      " + found.replace("FOLDER", folder.toString()));
        assertThat(run.code()).isEqualTo(1);
    }

    @Test
    void junitXmlIsWhatSurefiresSchemaSays() throws Exception {
        var junit = folder.resolve("results.xml");
        run(
                """
                expect:
                - name: "may <jane> delete & \\a?"
                  can: {user: jane, verb: delete, resource: pods, namespace: shop}
                - can: {user: "]]>", verb: delete, resource: pods, namespace: shop}
                """,
                "--junit",
                junit.toString());

        SchemaFactory.newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI)
                .newSchema(getClass().getResource("junit.xsd"))
                .newValidator()
                .validate(new StreamSource(junit.toFile()));
    }

    @Test
    void manifestsThatAreRefusedAreNamedWithFileAndLine() {
        CommandRun.file(folder, "more.yaml", "# one\n---\n{apiVersion: v1, kind: ConfigMap, metadata: {name: A}}\n");

        var run = run("expect:\n- cannot: {user: joe, verb: get, resource: pods}\n");

        assertThat(run.out()).endsWith("1 expectation met, 0 missed\n");
        assertThat(run.err()).startsWith(folder.resolve("more.yaml") + ":3: ").contains("metadata.name: Invalid value");
        assertThat(run.code()).isEqualTo(1);
    }

    @Test
    void policyFilesCountToo() {
        var lines = CommandRun.file(folder, "abac.jsonl", "{\"user\": \"joe\", \"resource\": \"pods\"}\n");

        assertThat(run(
                                "expect:\n- can: {user: joe, verb: delete, resource: pods}\n",
                                "--authorization-policy-file",
                                lines)
                        .code())
                .isZero();
    }

    @Test
    void aFolderWithoutExpectationsIsAMistake() throws IOException {
        Files.deleteIfExists(folder.resolve("expectations.yaml"));

        var run = CommandRun.of("test", folder.toString());

        assertThat(run.err()).startsWith("error: no expectations in " + folder);
        assertThat(run.code()).isEqualTo(2);
    }
}
