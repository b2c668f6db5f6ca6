package io.kubelayers.interfaces.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GetCommandTest {
    private static final String SHOP =
            """
            apiVersion: v1
            kind: Namespace
            metadata: {name: shop}
            ---
            apiVersion: v1
            kind: ConfigMap
            metadata: {name: prices, namespace: shop, labels: {tier: data}}
            data: {apple: "1", pear: "2"}
            ---
            apiVersion: v1
            kind: ConfigMap
            metadata: {name: menu, namespace: shop}
            ---
            apiVersion: v1
            kind: Secret
            metadata: {name: key, namespace: shop}
            type: Opaque
            data: {token: YWJj}
            ---
            apiVersion: apiextensions.k8s.io/v1
            kind: CustomResourceDefinition
            metadata: {name: gadgets.example.com}
            spec:
              group: example.com
              scope: Namespaced
              names: {plural: gadgets, kind: Gadget, shortNames: [gad]}
              versions:
              - name: v1
                served: true
                storage: true
                schema: {openAPIV3Schema: {type: object, x-kubernetes-preserve-unknown-fields: true}}
                additionalPrinterColumns:
                - {name: Size, type: integer, jsonPath: .spec.size}
                - {name: First, type: string, jsonPath: ".spec.parts[0].name"}
            ---
            apiVersion: example.com/v1
            kind: Gadget
            metadata: {name: g, namespace: shop}
            spec: {size: 3, parts: [{name: wheel}]}
            """;

    @TempDir
    private Path folder;

    private String file = "";

    @BeforeEach
    void write() {
        file = CommandRun.file(folder, "shop.yaml", SHOP);
    }

    private CommandRun get(String... arguments) {
        var all = new String[arguments.length + 3];
        all[0] = "get";
        System.arraycopy(arguments, 0, all, 1, arguments.length);
        all[all.length - 2] = "-f";
        all[all.length - 1] = file;
        return CommandRun.of(all);
    }

    @Test
    void aTableHasUpstreamsColumnsAndVirtualTime() {
        var run = get("cm", "-n", "shop", "--after", "5m", "--field-selector", "metadata.name!=kube-root-ca.crt");

        assertThat(run.out())
                .isEqualToNormalizingNewlines(
                        """
                        NAME     DATA   AGE
                        menu     0      5m
                        prices   2      5m
                        """);
        assertThat(run.err()).isEmpty();
        assertThat(run.code()).isZero();
    }

    @Test
    void labelsSelect() {
        assertThat(get("cm", "-A", "-l", "tier=data", "--show-labels").out())
                .isEqualToNormalizingNewlines(
                        """
                        NAMESPACE   NAME     DATA   AGE   LABELS
                        shop        prices   2      0s    tier=data
                        """);
    }

    @Test
    void severalResourcesAreSeveralTables() {
        assertThat(get("cm/prices", "secret/key", "-n", "shop").out())
                .isEqualToNormalizingNewlines(
                        """
                        NAME               DATA   AGE
                        configmap/prices   2      0s

                        NAME         TYPE     DATA   AGE
                        secret/key   Opaque   1      0s
                        """);
    }

    @Test
    void customResourcesShowTheColumnsOfTheirDefinition() {
        assertThat(get("gad", "-n", "shop").out())
                .isEqualToNormalizingNewlines(
                        """
                        NAME   SIZE   FIRST
                        g      3      wheel
                        """);
        assertThat(get("gadgets", "-n", "shop", "-o", "name").out())
                .isEqualToNormalizingNewlines("gadget.example.com/g\n");
    }

    @Test
    void anObjectPrintsAsItIsStored() {
        assertThat(get("cm", "prices", "-n", "shop", "-o", "yaml").out())
                .startsWith(
                        """
                        apiVersion: v1
                        data:
                          apple: "1"
                          pear: "2"
                        kind: ConfigMap
                        metadata:
                          creationTimestamp: "2026-01-01T00:00:00Z"
                          labels:
                            tier: data
                          name: prices
                          namespace: shop
                        """)
                .doesNotContain("managedFields");
        assertThat(get("cm", "-n", "shop", "-l", "tier=data", "-o", "json").out())
                .startsWith("{\n    \"apiVersion\": \"v1\",\n    \"items\": [\n")
                .endsWith("\"kind\": \"List\",\n    \"metadata\": {\n        \"resourceVersion\": \"\"\n    }\n}\n");
    }

    @Test
    void whereNothingIsFoundTheErrorStreamSaysSo() {
        var run = get("cm", "-l", "tier=none");

        assertThat(run.out()).isEmpty();
        assertThat(run.err()).isEqualToNormalizingNewlines("No resources found in default namespace.\n");
        assertThat(run.code()).isZero();
    }

    @Test
    void whatIsNamedMustBeThere() {
        var run = get("cm", "gone", "-n", "shop");

        assertThat(run.err())
                .isEqualToNormalizingNewlines("Error from server (NotFound): configmaps \"gone\" not found\n");
        assertThat(run.code()).isEqualTo(1);
    }

    @Test
    void controllersSchedulerAndNodesHaveDoneTheirWork() {
        var web = CommandRun.file(
                folder,
                "web.yaml",
                """
                apiVersion: apps/v1
                kind: Deployment
                metadata: {name: web}
                spec:
                  replicas: 2
                  selector: {matchLabels: {app: web}}
                  template:
                    metadata: {labels: {app: web}}
                    spec: {containers: [{name: web, image: "web:1"}]}
                """);

        assertThat(CommandRun.of("get", "deploy", "-f", web, "--after", "90s", "-o", "wide"))
                .isEqualTo(new CommandRun(
                        0,
                        """
                                NAME   READY   UP-TO-DATE   AVAILABLE   AGE   CONTAINERS   IMAGES   SELECTOR
                                web    2/2     2            2           90s   web          web:1    app=web
                                """,
                        ""));
        assertThat(CommandRun.of("get", "pods", "-f", web, "--nodes", "0").out())
                .containsPattern("(?m)^web-\\w+-\\w+ +0/1 +Pending +0 +0s$");
        assertThat(CommandRun.of("get", "pods", "-f", web, "--after", "10s", "--no-headers")
                        .out())
                .containsPattern("(?m)^web-\\w+-\\w+ +1/1 +Running +0 +10s$");
    }

    @Test
    void theSameSeedGivesTheSameCluster() {
        assertThat(get("cm", "-A", "-o", "yaml", "--seed", "7"))
                .isEqualTo(get("cm", "-A", "-o", "yaml", "--seed", "7"));
    }
}
