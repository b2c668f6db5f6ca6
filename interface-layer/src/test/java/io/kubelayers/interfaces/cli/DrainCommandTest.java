package io.kubelayers.interfaces.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DrainCommandTest {
    @TempDir
    private Path folder;

    @BeforeEach
    void write() {
        CommandRun.file(
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
                    spec: {containers: [{name: web, image: web}]}
                ---
                {apiVersion: v1, kind: Pod, metadata: {name: lonely}, spec: {nodeName: node-2, containers: [{name: c, image: i}]}}
                ---
                apiVersion: policy/v1
                kind: PodDisruptionBudget
                metadata: {name: web}
                spec: {maxUnavailable: 0, selector: {matchLabels: {app: web}}}
                """);
    }

    private CommandRun drain(String... more) {
        var arguments = new java.util.ArrayList<>(
                java.util.List.of("drain", "-f", folder.toString(), "--nodes", "2", "--after", "1m"));
        arguments.addAll(java.util.List.of(more));
        return CommandRun.of(arguments.toArray(String[]::new));
    }

    @Test
    void whatHoldsItUpIsTold() {
        var run = drain("node-1", "--timeout", "30s");

        assertThat(run.code()).isEqualTo(1);
        assertThat(run.out())
                .contains("     0s  not now  default/web-", "The disruption budget web needs 2 healthy pods")
                .contains("node \"node-1\" is not drained within 30s, ");
    }

    @Test
    void singlePodsNeedForce() {
        assertThat(drain("node-2").out()).contains("cannot delete Pods that declare no controller");
        assertThat(drain("node-9").code()).isEqualTo(1);
        assertThat(drain("node-1", "-o", "yaml").code()).isEqualTo(2);
    }
}
