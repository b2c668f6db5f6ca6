package io.kubelayers.interfaces.http.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.kubelayers.application.ApplicationLayer;
import io.kubelayers.governance.GovernanceLayer;
import io.kubelayers.interfaces.authentication.AuthenticationLayer;
import io.kubelayers.nucleus.cluster.Cluster;
import io.kubelayers.nucleus.cluster.LiveCluster;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** Real kubectl against a served cluster. Skipped where there is no kubectl. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class KubectlTest {
    private @Nullable LiveCluster cluster;
    private @Nullable ApiServerHttp http;
    private Kubectl kubectl = new Kubectl(Path.of("kubectl"), Path.of("."));

    @BeforeAll
    void serve(@TempDir Path folder) throws Exception {
        var program = Kubectl.find();
        assumeThat(program)
                .as("kubectl: set -Dkubectl=FILE, or put one on the path")
                .isPresent();
        cluster = Cluster.builder()
                .layers(ApplicationLayer.standard(), GovernanceLayer.standard(), AuthenticationLayer.standard())
                .nodes(2, node -> node.cpu("4").memory("16Gi"))
                .startThreads();
        http = ApiServerHttp.serve(cluster.server(), ServeOptions.loopback());
        var kubeconfig = folder.resolve("config");
        Files.writeString(kubeconfig, http.kubeconfig());
        kubectl = new Kubectl(program.get(), kubeconfig);
    }

    @AfterAll
    void stop() {
        if (http != null) {
            http.close();
        }
        if (cluster != null) {
            cluster.close();
        }
    }

    private String ok(String... arguments) throws Exception {
        return fed("", arguments);
    }

    private String fed(String input, String... arguments) throws Exception {
        var result = kubectl.run(input, arguments);
        assertThat(result.code())
                .as(String.join(" ", arguments) + "\n" + result.text())
                .isZero();
        return result.text();
    }

    @Test
    void knowsTheServerAndWhatItServes() throws Exception {
        assertThat(ok("version")).contains("Server Version: v1.35.0");
        assertThat(ok("api-resources")).contains("deployments", "apps/v1", "Deployment");
        assertThat(ok("api-versions")).contains("apps/v1", "batch/v1", "rbac.authorization.k8s.io/v1");
        assertThat(ok("get", "--raw", "/readyz?verbose")).contains("readyz check passed");
        assertThat(ok("explain", "pod.spec.containers")).contains("image", "FIELDS");
    }

    @Test
    void rollsADeploymentOutAndBack() throws Exception {
        assertThat(ok("create", "deployment", "roll", "--image=nginx:1", "--replicas=2"))
                .contains("deployment.apps/roll created");
        assertThat(ok("rollout", "status", "deployment/roll", "--timeout=50s")).contains("successfully rolled out");
        ok("wait", "--for=condition=Available", "deployment/roll", "--timeout=50s");
        assertThat(ok("get", "deployment", "roll", "--no-headers")).contains("2/2");
        ok("set", "image", "deployment/roll", "nginx=nginx:2");
        ok("rollout", "status", "deployment/roll", "--timeout=50s");
        assertThat(ok("rollout", "history", "deployment/roll")).contains("1 ", "2 ");
        ok("rollout", "undo", "deployment/roll");
        assertThat(ok("get", "deployment", "roll", "-o", "jsonpath={.spec.template.spec.containers[0].image}"))
                .isEqualTo("nginx:1");
        assertThat(ok("scale", "deployment/roll", "--replicas=1")).contains("scaled");
        ok("delete", "deployment", "roll");
    }

    @Test
    void appliesTwiceAndPatches() throws Exception {
        var manifest = "apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: settings\ndata:\n  a: b\n";
        assertThat(fed(manifest, "apply", "-f", "-")).contains("configmap/settings created");
        assertThat(fed(manifest, "apply", "-f", "-")).contains("configmap/settings unchanged");
        assertThat(fed(manifest.replace("a: b", "a: c"), "apply", "-f", "-")).contains("configmap/settings configured");
        assertThat(fed(manifest, "apply", "--server-side", "--force-conflicts", "-f", "-"))
                .contains("serverside-applied");
        ok("patch", "configmap", "settings", "--type=merge", "-p", "{\"data\":{\"x\":\"y\"}}");
        ok("patch", "configmap", "settings", "-p", "{\"data\":{\"z\":\"1\"}}");
        ok("label", "configmap", "settings", "l=v");
        ok("annotate", "configmap", "settings", "note=kept");
        assertThat(ok("get", "configmap", "settings", "-o", "yaml"))
                .contains("x: \"y\"", "z: \"1\"", "l: v", "note: kept");
        ok("delete", "configmap", "settings");
    }

    @Test
    void refusesUnknownFields() throws Exception {
        var result = kubectl.run(
                "{\"apiVersion\":\"v1\",\"kind\":\"ConfigMap\",\"metadata\":{\"name\":\"bad\"},\"datas\":{}}",
                "create",
                "-f",
                "-");

        assertThat(result.code()).isEqualTo(1);
        assertThat(result.text()).contains("strict decoding error: unknown field \"datas\"");
    }

    @Test
    void saysWhoMayDoWhat() throws Exception {
        assertThat(ok("auth", "whoami")).contains("kubernetes-admin", "system:masters");
        assertThat(ok("auth", "can-i", "delete", "pods")).contains("yes");
        assertThat(kubectl.run("", "auth", "can-i", "get", "pods", "--as=bob").text())
                .contains("no");
        assertThat(kubectl.run("", "get", "secrets", "--as=bob").text())
                .contains("User \"bob\" cannot list resource \"secrets\" in API group \"\"");
        assertThat(ok("create", "token", "default")).contains(".");
    }

    @Test
    void drainsNodes() throws Exception {
        assertThat(ok("cordon", "node-2")).contains("cordoned");
        ok("drain", "node-2", "--ignore-daemonsets", "--force", "--delete-emptydir-data", "--timeout=50s");
        assertThat(ok("uncordon", "node-2")).contains("uncordoned");
        ok("taint", "node", "node-2", "k=v:PreferNoSchedule");
    }
}
