package io.kubelayers.interfaces.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.kubelayers.application.ApplicationLayer;
import io.kubelayers.nucleus.cluster.Cluster;
import io.kubelayers.nucleus.cluster.Manifests;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Who asks for what is no longer recommended is warned, and whether the parts of the control plane are there. */
class DeprecatedKindsTest {
    private static final String ENDPOINTS =
            "299 - \"v1 Endpoints is deprecated in v1.33+; use discovery.k8s.io/v1 EndpointSlice\"";

    private final Cluster cluster =
            Cluster.builder().layers(ApplicationLayer.standard()).start();
    private final RestApi api = RestApis.ofAdmin(cluster);

    @AfterEach
    void stop() {
        cluster.close();
    }

    private HttpResponse get(String path) {
        return api.handle(HttpRequest.get(path).withBearer("x"));
    }

    @Test
    void endpoints_warn_whatever_the_answer() {
        var list = get("/api/v1/endpoints");
        assertThat(list.status()).isEqualTo(200);
        assertThat(list.headers().all("Warning")).containsExactly(ENDPOINTS);
        var missing = get("/api/v1/namespaces/default/endpoints/none");
        assertThat(missing.status()).isEqualTo(404);
        assertThat(missing.headers().all("Warning")).containsExactly(ENDPOINTS);
        assertThat(get("/api/v1/services").headers().has("Warning")).isFalse();
    }

    @Test
    void custom_kinds_in_a_deprecated_version_warn_whatever_the_verb_and_the_answer() {
        cluster.apply(
                Manifests.of(
                        "shirts.yaml",
                        """
                apiVersion: apiextensions.k8s.io/v1
                kind: CustomResourceDefinition
                metadata: {name: shirts.example.com}
                spec:
                  group: example.com
                  names: {plural: shirts, kind: Shirt}
                  scope: Namespaced
                  versions:
                  - {name: v1, served: true, storage: true, schema: {openAPIV3Schema: {type: object}}}
                  - name: v1beta1
                    served: true
                    storage: false
                    deprecated: true
                    schema: {openAPIV3Schema: {type: object}}
                  - name: v1alpha1
                    served: true
                    storage: false
                    deprecated: true
                    deprecationWarning: wear v1
                    schema: {openAPIV3Schema: {type: object}}
                """));
        var path = "/apis/example.com/v1beta1/namespaces/default/shirts";
        var warning = "299 - \"example.com/v1beta1 Shirt is deprecated\"";
        assertThat(get(path).headers().all("Warning")).containsExactly(warning);
        var missing = get(path + "/none");
        assertThat(missing.status()).isEqualTo(404);
        assertThat(missing.headers().all("Warning")).containsExactly(warning);
        var made = api.handle(HttpRequest.of(
                        "POST",
                        path,
                        Headers.NONE.with("Content-Type", "application/json"),
                        "{\"apiVersion\":\"example.com/v1beta1\",\"kind\":\"Shirt\",\"metadata\":{\"name\":\"red\"}}"
                                .getBytes(StandardCharsets.UTF_8))
                .withBearer("x"));
        assertThat(made.status()).isEqualTo(201);
        assertThat(made.headers().all("Warning")).containsExactly(warning);
        assertThat(get("/apis/example.com/v1alpha1/shirts").headers().all("Warning"))
                .containsExactly("299 - \"wear v1\"");
        assertThat(get("/apis/example.com/v1/shirts").headers().has("Warning")).isFalse();
    }

    @Test
    void components_are_healthy_where_they_are() {
        var list = get("/api/v1/componentstatuses");
        assertThat(list.headers().all("Warning"))
                .containsExactly("299 - \"v1 ComponentStatus is deprecated in v1.19+\"");
        assertThat(list.text().split("\"type\":\"Healthy\",\"status\":\"True\",\"message\":\"ok\"", -1))
                .hasSize(4);
        assertThat(get("/api/v1/componentstatuses?fieldSelector=metadata.name%3Detcd-0")
                        .text())
                .contains("etcd-0")
                .doesNotContain("scheduler");
        assertThat(get("/api/v1/componentstatuses/scheduler").text()).contains("\"name\":\"scheduler\"");
    }

    @Test
    void components_that_are_not_there_do_not_answer() {
        try (var alone = Cluster.builder().withoutControllers().start()) {
            var api = RestApis.ofAdmin(alone);
            assertThat(api.handle(HttpRequest.get("/api/v1/componentstatuses/scheduler")
                                    .withBearer("x"))
                            .text())
                    .contains("\"status\":\"False\"")
                    .contains("dial tcp 127.0.0.1:10259: connect: connection refused");
            var none =
                    api.handle(HttpRequest.get("/api/v1/componentstatuses/none").withBearer("x"));
            assertThat(none.status()).isEqualTo(500);
            assertThat(none.text()).contains("Component not found: none");
        }
    }
}
