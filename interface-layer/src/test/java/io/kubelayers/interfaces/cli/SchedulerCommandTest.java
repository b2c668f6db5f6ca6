package io.kubelayers.interfaces.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the command says when it cannot start; that it schedules is the matter of {@code RemoteSchedulerTest}. */
class SchedulerCommandTest {
    @TempDir
    private Path folder;

    private Path written(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }

    private Path nowhere() throws IOException {
        return written(
                "kubeconfig",
                """
                current-context: c
                contexts: [{name: c, context: {cluster: k}}]
                clusters: [{name: k, cluster: {server: "http://127.0.0.1:1"}}]
                """);
    }

    @Test
    void aConfigurationThatCannotBeUsedIsWrongUsage() throws IOException {
        var config = written(
                "scheduler.yaml",
                """
                apiVersion: kubescheduler.config.k8s.io/v1
                kind: KubeSchedulerConfiguration
                profiles: [{plugins: {filter: {enabled: [{name: NodePort}]}}}]
                """);
        var run = CommandRun.of("scheduler", "--kubeconfig", nowhere().toString(), "--config", config.toString());
        assertThat(run.code()).isEqualTo(2);
        assertThat(run.err())
                .startsWith("error: " + config
                        + ":3:43: profiles[0].plugins.filter.enabled[0].name: plugin \"NodePort\" does not exist");
    }

    @Test
    void soIsAKubeconfigThatCannotBeRead() {
        var run = CommandRun.of(
                "scheduler", "--kubeconfig", folder.resolve("none").toString());
        assertThat(run.code()).isEqualTo(2);
        assertThat(run.err()).startsWith("error: can't read " + folder.resolve("none"));
    }
}
