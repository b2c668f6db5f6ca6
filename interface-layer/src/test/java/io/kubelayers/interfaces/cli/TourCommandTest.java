package io.kubelayers.interfaces.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TourCommandTest {
    @TempDir
    private Path folder;

    private static final String WEB =
            """
            apiVersion: apps/v1
            kind: Deployment
            metadata: {name: web}
            spec:
              replicas: 2
              selector: {matchLabels: {app: web}}
              template:
                metadata: {labels: {app: web}}
                spec: {containers: [{name: web, image: 'web:1'}]}
            """;

    @Test
    void manifestsAreTouredAndTheReportIsWritten() {
        var report = folder.resolve("report.html");

        var run = CommandRun.withProgress(
                "tour", CommandRun.file(folder, "web.yaml", WEB), "--report", report.toString());

        assertThat(run.out())
                .contains("1 of 1 objects accepted")
                .contains("These manifests bring no ResourceQuota and no LimitRange")
                .contains("These manifests bring no Service")
                .contains("All is well.");
        assertThat(run.err()).startsWith("... An application arrives");
        assertThat(report).content().contains("<svg");
        assertThat(run.code()).isZero();
    }

    @Test
    void whatShouldRunAndDoesNotEndsWithCode1() {
        var file = CommandRun.file(
                folder,
                "web.yaml",
                WEB.replace(
                        "metadata: {labels: {app: web}}",
                        """
                metadata:
                      labels: {app: web}
                      annotations: {kubelayers.io/script: pull-fails=always}"""));

        var run = CommandRun.of("tour", file);

        assertThat(run.out()).contains("does not run: ImagePullBackOff").contains("should not be so");
        assertThat(run.code()).isEqualTo(1);
    }

    @Test
    void wrongUsageEndsWithCode2AndSaysWhy() throws IOException {
        assertThat(CommandRun.of("tour", "nowhere.yaml").code()).isEqualTo(2);
        assertThat(CommandRun.of("tour", "nowhere.yaml").err()).contains("no such file or folder: nowhere.yaml");
        var empty = Files.createDirectory(folder.resolve("empty"));
        assertThat(CommandRun.of("tour", empty.toString()).err()).contains("no .yaml, .yml or .json file in empty");
        var broken = CommandRun.file(folder, "broken.yaml", WEB + "spce: {}\n");
        assertThat(CommandRun.of("tour", broken).err()).contains("unknown field \"spce\"");
        assertThat(CommandRun.of("tour", broken).code()).isEqualTo(2);
        assertThat(CommandRun.of("tour", "--seed", "many").code()).isEqualTo(2);
    }
}
