package io.kubelayers.interfaces.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ApplyCommandTest {
    @TempDir
    private Path folder;

    @Test
    void eachObjectSaysWhatBecameOfIt() {
        var file = CommandRun.file(
                folder,
                "shop.yaml",
                """
                apiVersion: v1
                kind: ConfigMap
                metadata: {name: prices}
                data: {apple: "1"}
                ---
                apiVersion: apps/v1
                kind: Deployment
                metadata: {name: web}
                spec:
                  selector: {matchLabels: {app: web}}
                  template:
                    metadata: {labels: {app: web}}
                    spec: {containers: [{name: web, image: web:1}]}
                ---
                apiVersion: v1
                kind: ConfigMap
                metadata: {name: prices}
                data: {apple: "2"}
                ---
                apiVersion: v1
                kind: ConfigMap
                metadata: {name: prices}
                data: {apple: "2"}
                """);

        var run = CommandRun.of("apply", "--dry-run", "-f", file);

        assertThat(run.out())
                .isEqualToNormalizingNewlines(
                        """
                        configmap/prices created (dry run)
                        deployment.apps/web created (dry run)
                        configmap/prices configured (dry run)
                        configmap/prices unchanged (dry run)
                        """);
        assertThat(run.err()).isEmpty();
        assertThat(run.code()).isZero();
    }

    @Test
    void whatIsRefusedSaysWhereItStands() {
        var file = CommandRun.file(
                folder,
                "bad.yaml",
                """
                # a map without a home
                apiVersion: v1
                kind: ConfigMap
                metadata: {name: lost, namespace: nowhere}
                ---
                # nothing here
                ---

                apiVersion: example.com/v1
                kind: Gadget
                metadata: {name: g}
                ---
                apiVersion: v1
                kind: ConfigMap
                metadata: {name: good}
                """);

        var run = CommandRun.of("apply", "-f", file);

        assertThat(run.out()).isEqualToNormalizingNewlines("configmap/good created\n");
        assertThat(run.err())
                .isEqualToNormalizingNewlines(file
                        + ":2: Error from server (NotFound): namespaces \"nowhere\" not found\n"
                        + file
                        + ":9: error: no matches for kind \"Gadget\" in version \"example.com/v1\"\n");
        assertThat(run.code()).isEqualTo(1);
    }

    @Test
    void aFileThatIsNoManifestSaysWhere() {
        var file = CommandRun.file(
                folder,
                "typo.yaml",
                """
                apiVersion: v1
                kind: ConfigMap
                metadata: {name: prices}
                dta: {apple: "1"}
                """);

        var run = CommandRun.of("apply", "-f", file);

        assertThat(run.err()).isEqualToNormalizingNewlines("error: " + file + ":4:1: unknown field \"dta\"\n");
        assertThat(run.code()).isEqualTo(1);
    }

    @Test
    void podsThatFindNoNodeAreMentioned() {
        var file = CommandRun.file(folder, "big.yaml", ExplainPendingCommandTest.BIG_POD);

        var run = CommandRun.of("apply", "-f", file);

        assertThat(run.out()).isEqualToNormalizingNewlines("pod/big created\n");
        assertThat(run.err())
                .isEqualToNormalizingNewlines("1 pod finds no node; kubelayers explain-pending says why.\n");
        assertThat(run.code()).isZero();
    }
}
