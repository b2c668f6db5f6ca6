package io.kubelayers.interfaces.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.kubelayers.application.ApplicationLayer;
import io.kubelayers.nucleus.admission.AdmissionPlugin;
import io.kubelayers.nucleus.admission.AdmissionRequest;
import io.kubelayers.nucleus.cluster.Cluster;
import io.kubelayers.nucleus.cluster.Manifests;
import io.kubelayers.nucleus.meta.KubernetesObject;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Somebody else writes while a request is on its way. */
class RacingWritersTest {
    private static final String SET = "/apis/apps/v1/namespaces/default/replicasets/web";

    /** Does what others do meanwhile, each once. */
    private final Deque<Runnable> meanwhile = new ArrayDeque<>();

    private final Cluster cluster = Cluster.builder()
            .layers(ApplicationLayer.standard())
            .withoutControllers()
            .admission(new AdmissionPlugin.Mutating() {
                @Override
                public String name() {
                    return "Meanwhile";
                }

                @Override
                public boolean handles(AdmissionRequest request) {
                    return true;
                }

                @Override
                public KubernetesObject mutate(AdmissionRequest request) {
                    var next = meanwhile.poll();
                    if (next != null) {
                        next.run();
                    }
                    return request.object();
                }
            })
            .start();
    private final RestApi api = RestApis.ofAdmin(cluster);

    @BeforeEach
    void create() {
        cluster.apply(
                Manifests.of(
                        "set.yaml",
                        """
                        apiVersion: apps/v1
                        kind: ReplicaSet
                        metadata: {name: web, namespace: default}
                        spec:
                          replicas: 1
                          selector: {matchLabels: {app: web}}
                          template: {metadata: {labels: {app: web}}, spec: {containers: [{name: a, image: a}]}}
                        """));
    }

    @AfterEach
    void stop() {
        cluster.close();
    }

    private HttpResponse send(String method, String target, String body) {
        var type = method.equals("PATCH") ? "application/merge-patch+json" : "application/json";
        return api.handle(HttpRequest.of(
                        method, target, Headers.NONE.with("Content-Type", type), body.getBytes(StandardCharsets.UTF_8))
                .withBearer("admin"));
    }

    private void others(String label) {
        assertThat(send("PATCH", SET, "{\"metadata\":{\"labels\":{\"other\":\"" + label + "\"}}}")
                        .status())
                .isEqualTo(200);
    }

    private String version() {
        return send("GET", SET, "")
                .text()
                .replaceAll(".*\"resourceVersion\":\"([0-9]+)\".*", "$1")
                .strip();
    }

    private static String scale(String version) {
        return "{\"kind\":\"Scale\",\"apiVersion\":\"autoscaling/v1\",\"metadata\":{\"name\":\"web\",\"namespace\":\"default\""
                + version + "},\"spec\":{\"replicas\":7}}";
    }

    @ParameterizedTest(name = "{0} {1}")
    @CsvSource({"/scale, PUT", "/scale, PATCH", "'', PUT", "'', PATCH"})
    void whoever_names_no_version_changes_the_newest(String subresource, String method) {
        meanwhile.add(() -> others("a"));
        var body = subresource.isEmpty()
                ? send("GET", SET, "")
                        .text()
                        .replaceAll("\"resourceVersion\":\"[0-9]+\",", "")
                        .replace("\"replicas\":1", "\"replicas\":7")
                : scale("");
        assertThat(send(method, SET + subresource, body).status()).isEqualTo(200);
        assertThat(send("GET", SET, "").text()).contains("\"replicas\":7");
    }

    @Test
    void whoever_names_one_is_told_that_it_is_gone() {
        var seen = version();
        meanwhile.add(() -> others("a"));
        var answer = send("PUT", SET + "/scale", scale(",\"resourceVersion\":\"" + seen + "\""));
        assertThat(answer.status()).isEqualTo(409);
        assertThat(answer.text()).contains("the object has been modified");
    }
}
