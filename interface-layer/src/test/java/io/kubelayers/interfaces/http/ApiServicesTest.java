package io.kubelayers.interfaces.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.kubelayers.application.ApplicationLayer;
import io.kubelayers.governance.GovernanceLayer;
import io.kubelayers.nucleus.apiextensions.CustomResourceDefinition;
import io.kubelayers.nucleus.apiregistration.APIService;
import io.kubelayers.nucleus.authentication.UserInfo;
import io.kubelayers.nucleus.cluster.Cluster;
import io.kubelayers.nucleus.cluster.Manifests;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Who serves which group, and how discovery tells. */
class ApiServicesTest {
    private final Cluster cluster = Cluster.builder()
            .layers(ApplicationLayer.standard(), GovernanceLayer.standard())
            .authenticator(shown -> Optional.ofNullable(shown.bearerToken())
                    .map(name -> new UserInfo(name, "", List.of("system:masters"), Map.of())))
            .start();

    @AfterEach
    void close() {
        cluster.close();
    }

    private void apply(String manifest) {
        cluster.apply(Manifests.of("given.yaml", manifest));
        cluster.settle();
    }

    private HttpResponse get(String path, String accept) {
        var request = HttpRequest.get(path).withBearer("root");
        return RestApi.of(cluster.server(), cluster.runtime().clock())
                .handle(request.withHeaders(request.headers().with("Accept", accept)));
    }

    private String get(String path) {
        return get(path, "application/json").text();
    }

    private String available(String name) {
        var condition = cluster.client()
                .on(APIService.class)
                .get("", name)
                .status()
                .conditions()
                .get(0);
        return condition.status() + " " + condition.reason() + ": " + condition.message();
    }

    @Test
    void theServerRegistersWhatItServes() {
        cluster.settle();
        var apps = cluster.client().on(APIService.class).get("", "v1.apps");

        assertThat(apps.metadata().labels()).containsEntry("kube-aggregator.kubernetes.io/automanaged", "onstart");
        assertThat(apps.spec().groupPriorityMinimum()).isEqualTo(17800);
        assertThat(available("v1.apps")).isEqualTo("True Local: Local APIServices are always available");
        assertThat(available("v1.")).startsWith("True Local");
        assertThat(available("v1beta1.metrics.k8s.io")).isEqualTo("True Passed: all checks passed");
    }

    @Test
    void versionsOfCustomKindsComeAndGoWithTheirDefinitions() {
        apply(
                """
                apiVersion: apiextensions.k8s.io/v1
                kind: CustomResourceDefinition
                metadata: {name: cats.zoo.example.com}
                spec:
                  group: zoo.example.com
                  scope: Namespaced
                  names: {kind: Cat, plural: cats}
                  versions:
                  - {name: v1, served: true, storage: true, schema: {openAPIV3Schema: {type: object}}}
                  - {name: v1beta1, served: false, storage: false, schema: {openAPIV3Schema: {type: object}}}
                """);
        var services = cluster.client().on(APIService.class);
        assertThat(services.get("", "v1.zoo.example.com").spec().versionPriority())
                .isEqualTo(100);
        assertThat(services.find("", "v1beta1.zoo.example.com")).isEmpty();

        services.delete("", "v1.zoo.example.com");
        cluster.settle();
        assertThat(services.find("", "v1.zoo.example.com")).isPresent();

        cluster.client().on(CustomResourceDefinition.class).delete("", "cats.zoo.example.com");
        cluster.settle();
        assertThat(services.find("", "v1.zoo.example.com")).isEmpty();
    }

    @Test
    void metricsThatTheServerAnswersItselfAreAvailable() {
        apply(
                """
                apiVersion: apiregistration.k8s.io/v1
                kind: APIService
                metadata: {name: v1beta2.custom.metrics.k8s.io}
                spec:
                  group: custom.metrics.k8s.io
                  version: v1beta2
                  groupPriorityMinimum: 100
                  versionPriority: 100
                  service: {namespace: monitoring, name: adapter}
                """);

        assertThat(available("v1beta2.custom.metrics.k8s.io")).isEqualTo("True Passed: all checks passed");
        assertThat(get("/apis/custom.metrics.k8s.io/v1beta2")).contains("\"resources\":[]");
        assertThat(get("/apis", "application/json;g=apidiscovery.k8s.io;v=v2;as=APIGroupDiscoveryList")
                        .text())
                .doesNotContain("Stale");
    }

    @Test
    void whatIsRegisteredForAServerElsewhereIsListedAndUnavailable() {
        apply(
                """
                apiVersion: apiregistration.k8s.io/v1
                kind: APIService
                metadata: {name: v1.far.example.com}
                spec:
                  group: far.example.com
                  version: v1
                  groupPriorityMinimum: 19000
                  versionPriority: 10
                  service: {namespace: shop, name: far}
                """);

        assertThat(available("v1.far.example.com"))
                .isEqualTo("False ServiceNotFound: service/far in \"shop\" is not present");
        assertThat(get("/apis")).containsSubsequence("apiregistration.k8s.io", "far.example.com", "\"apps\"");
        assertThat(get("/apis/far.example.com")).contains("\"groupVersion\":\"far.example.com/v1\"");
        assertThat(get("/apis", "application/json;g=apidiscovery.k8s.io;v=v2;as=APIGroupDiscoveryList")
                        .text())
                .contains("\"versions\":[{\"version\":\"v1\",\"freshness\":\"Stale\"}]");
        for (var path :
                new String[] {"/apis/far.example.com/v1", "/apis/far.example.com/v1/namespaces/shop/things/a"}) {
            var answer = get(path, "application/json");
            assertThat(answer.status()).isEqualTo(503);
            assertThat(answer.text()).isEqualTo("service unavailable\n");
        }
    }
}
