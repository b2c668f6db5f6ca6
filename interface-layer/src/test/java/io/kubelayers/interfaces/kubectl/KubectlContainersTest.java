package io.kubelayers.interfaces.kubectl;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** What people do in containers: run commands, copy files, sit down at a shell, debug. */
@WithRealClient
class KubectlContainersTest {
    private static final String WEB =
            """
            apiVersion: v1
            kind: ConfigMap
            metadata: {name: settings}
            data: {greeting: hello}
            ---
            apiVersion: v1
            kind: Pod
            metadata: {name: web}
            spec:
              containers:
              - name: main
                image: web:1
                env:
                - {name: GREETING, valueFrom: {configMapKeyRef: {name: settings, key: greeting}}}
                - {name: SENTENCE, value: $(GREETING) you}
                volumeMounts: [{name: settings, mountPath: /etc/settings}, {name: shared, mountPath: /data}]
              - name: side
                image: web:1
                volumeMounts: [{name: shared, mountPath: /shared}]
              volumes: [{name: settings, configMap: {name: settings}}, {name: shared, emptyDir: {}}]
            """;

    @Test
    void commandsSeeVariablesAndFilesAndSayWhatIsNotSimulated(RealClient kubectl) throws IOException {
        kubectl.fed(WEB, "apply", "-f", "-");
        kubectl.ok("wait", "--for=condition=Ready", "pod/web", "--timeout=60s");
        assertThat(kubectl.ok(
                        "exec",
                        "web",
                        "-c",
                        "main",
                        "--",
                        "sh",
                        "-c",
                        "cd /etc/settings && ls && cat greeting && echo; echo $SENTENCE > /data/from-main"))
                .isEqualTo("greeting\nhello\n");
        assertThat(kubectl.ok("exec", "web", "-c", "side", "--", "cat", "/shared/from-main"))
                .as("the volume is shared")
                .isEqualTo("hello you\n");
        var unknown = kubectl.run("", "exec", "web", "-c", "side", "--", "sh", "-c", "echo a; [[ a ]]");
        assertThat(unknown.code()).isEqualTo(127);
        assertThat(unknown.text()).contains("sh: [[: not simulated");
        assertThat(kubectl.run("cd /tmp\npwd\nexit 4\n", "exec", "-i", "web", "-c", "side", "--", "sh"))
                .isEqualTo(new RealClient.Result(4, "/tmp\ncommand terminated with exit code 4\n"));

        copiesGoBothWays(kubectl);
        debuggersRunBesideTheOthers(kubectl);
        kubectl.ok("delete", "pod", "web", "--now");
    }

    @Test
    void imagesThatCantBePulledLookAsOnARealCluster(RealClient kubectl) {
        kubectl.ok(
                "create",
                "configmap",
                "kubelayers-containers",
                "-n",
                "kube-system",
                "--from-literal=images=kiosk:2 pull-fails=always");
        kubectl.ok("run", "kiosk", "--image=kiosk:2");
        kubectl.ok(
                "wait",
                "--for=jsonpath={.status.containerStatuses[0].state.waiting.reason}=ImagePullBackOff",
                "pod/kiosk",
                "--timeout=60s");
        assertThat(kubectl.ok("describe", "pod", "kiosk"))
                .contains("Failed to pull image \"kiosk:2\": rpc error: code = NotFound");
        kubectl.ok("set", "image", "pod/kiosk", "kiosk=kiosk:1");
        kubectl.ok("wait", "--for=condition=Ready", "pod/kiosk", "--timeout=60s");
        kubectl.ok("delete", "pod", "kiosk", "--now");
        kubectl.ok("delete", "configmap", "kubelayers-containers", "-n", "kube-system");
    }

    private static void copiesGoBothWays(RealClient kubectl) throws IOException {
        kubectl.file("folder/one", "1");
        kubectl.file("folder/deep/two", "2");
        kubectl.ok("cp", "folder", "web:/tmp/", "-c", "main");
        assertThat(kubectl.ok("exec", "web", "-c", "main", "--", "ls", "/tmp/folder", "/tmp/folder/deep"))
                .isEqualTo("/tmp/folder:\ndeep\none\n\n/tmp/folder/deep:\ntwo\n");
        kubectl.ok("cp", "web:/tmp/folder", "back", "-c", "main");
        var back = Path.of(kubectl.file("back/marker", "")).getParent();
        assertThat(Files.readString(back.resolve("one"))).isEqualTo("1");
        assertThat(Files.readString(back.resolve("deep/two"))).isEqualTo("2");
    }

    private static void debuggersRunBesideTheOthers(RealClient kubectl) {
        assertThat(kubectl.fed("hostname\nexit\n", "debug", "-i", "web", "--image=busybox", "-c", "shell", "--", "sh"))
                .contains("web\n");
        kubectl.ok(
                "wait",
                "--for=jsonpath={.status.ephemeralContainerStatuses[?(@.name==\"shell\")].state.terminated.reason}=Completed",
                "pod/web",
                "--timeout=60s");
        kubectl.ok("debug", "web", "--image=busybox", "-c", "talks", "--", "sh", "-c", "echo looking; sleep 1000");
        kubectl.ok(
                "wait",
                "--for=jsonpath={.status.ephemeralContainerStatuses[?(@.name==\"talks\")].state.running}",
                "pod/web",
                "--timeout=60s");
        assertThat(kubectl.ok("logs", "web", "-c", "talks")).isEqualTo("looking\n");
        assertThat(kubectl.ok("get", "pod", "web")).containsPattern("web +2/2 +Running");
    }

    @Test
    void aPodDoesWhatItsCommandSays(RealClient kubectl) {
        kubectl.ok(
                "run",
                "failing",
                "--image=busybox",
                "--restart=Never",
                "--",
                "sh",
                "-c",
                "echo working; sleep 0.2; echo broken >&2; exit 3");
        kubectl.ok("wait", "--for=jsonpath={.status.phase}=Failed", "pod/failing", "--timeout=60s");
        assertThat(kubectl.ok("logs", "failing")).isEqualTo("working\nbroken\n");
        assertThat(kubectl.ok(
                        "get",
                        "pod",
                        "failing",
                        "-o",
                        "jsonpath={.status.containerStatuses[0].state.terminated.exitCode}"))
                .isEqualTo("3");
        var shell = kubectl.run(
                "echo in $HOSTNAME\nexit\n",
                "run",
                "-i",
                "--rm",
                "visit",
                "--image=busybox",
                "--restart=Never",
                "--",
                "sh");
        assertThat(shell.text()).contains("in visit\n", "pod \"visit\" deleted");
        assertThat(shell.code()).isZero();
    }

    @Test
    void attachingShowsWhatIsWrittenFromNowOn(RealClient kubectl) throws Exception {
        kubectl.fed(
                """
                apiVersion: v1
                kind: Pod
                metadata: {name: ticking, annotations: {kubelayers.io/logs: "@0s/100ms tick {n}", kubelayers.io/script: run=60s}}
                spec: {restartPolicy: Never, containers: [{name: c, image: ticker}]}
                """,
                "apply",
                "-f",
                "-");
        kubectl.ok("wait", "--for=condition=Ready", "pod/ticking", "--timeout=60s");
        try (var attached = kubectl.start("attach", "ticking")) {
            attached.awaitMatch("(tick [0-9]+\ntick [0-9]+)");
        }
        kubectl.ok("delete", "pod", "ticking", "--now");
    }
}
