package io.kubelayers.examples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.fabric8.kubernetes.client.KubernetesClient;
import io.kubelayers.application.workloads.Deployment;
import io.kubelayers.interfaces.http.server.ApiServerHttp;
import io.kubelayers.interfaces.http.server.ServeOptions;
import io.kubelayers.interfaces.testkit.KubelayersTest;
import io.kubelayers.interfaces.testkit.fabric8.Objects;
import io.kubelayers.nucleus.cluster.Cluster;
import io.kubelayers.nucleus.core.Pod;
import io.kubernetes.client.openapi.ApiClient;
import io.kubernetes.client.openapi.apis.CoreV1Api;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Three ways into one cluster: records by its own client, the client a program is written against (fabric8's or
 * client-java, in this process), and the real kubectl over HTTP. They see the same API and the same objects.
 */
@KubelayersTest(nodes = 2, manifests = "library.yaml")
class ThreeWaysInTest {
    /** Records, and no bytes at all. */
    @Test
    void by_the_clusters_own_client(Cluster cluster) {
        var catalog = cluster.client().on(Deployment.class).get("library", "catalog");
        cluster.client().update(catalog.withSpec(catalog.spec().withReplicas(3)));
        cluster.settle();

        assertThat(cluster.client().on(Pod.class).list("library")).hasSize(3);
    }

    /** What an operator does, tested as it runs: its client needs no change, controllers act when the test says so. */
    @Test
    void by_fabric8s_client(Cluster cluster, KubernetesClient client) {
        client.apps().deployments().inNamespace("library").withName("catalog").scale(3);
        cluster.settle();

        var pods = client.pods().inNamespace("library").withLabel("app", "catalog");
        assertThat(pods.list().getItems()).hasSize(3).allSatisfy(pod -> assertThat(
                        Objects.from(pod, Pod.class).status().phase())
                .isEqualTo(Pod.Phase.RUNNING));
    }

    @Test
    void by_client_java(Cluster cluster, ApiClient client) throws Exception {
        var core = new CoreV1Api(client);
        var gone = core.listNamespacedPod("library").execute().getItems().get(0);
        core.deleteNamespacedPod(gone.getMetadata().getName(), "library").execute();
        cluster.settle();

        // the ReplicaSet has made another
        assertThat(core.listNamespacedPod("library")
                        .labelSelector("app=catalog")
                        .execute()
                        .getItems())
                .extracting(pod -> pod.getMetadata().getName())
                .doesNotContain(gone.getMetadata().getName());
    }

    /** Where there is a kubectl: the one that the variable KUBECTL names. */
    @Test
    void by_kubectl(Cluster cluster, @TempDir Path folder) throws Exception {
        var kubectl = System.getenv("KUBECTL");
        assumeThat(kubectl).as("KUBECTL names no program").isNotNull();
        try (var http = ApiServerHttp.serve(cluster.server(), ServeOptions.loopback())) {
            var kubeconfig = folder.resolve("config");
            Files.writeString(kubeconfig, http.kubeconfig());
            var process = new ProcessBuilder(
                            kubectl, "--kubeconfig", kubeconfig.toString(), "get", "deployments", "-n", "library")
                    .redirectErrorStream(true)
                    .start();
            var text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

            assertThat(process.waitFor()).as(text).isZero();
            assertThat(text).startsWith("NAME").contains("catalog   2/2");
        }
    }
}
