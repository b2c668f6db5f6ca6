package io.kubelayers.interfaces.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.kubelayers.application.ApplicationLayer;
import io.kubelayers.governance.GovernanceLayer;
import io.kubelayers.governance.metrics.MetricCatalog;
import io.kubelayers.governance.metrics.UsageCurve;
import io.kubelayers.governance.metrics.UsageModel;
import io.kubelayers.nucleus.authentication.UserInfo;
import io.kubelayers.nucleus.cluster.Cluster;
import io.kubelayers.nucleus.cluster.Manifests;
import io.kubelayers.nucleus.core.ObjectReference;
import io.kubelayers.nucleus.meta.LabelSelector;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The three metrics APIs as clients see them: discovery, paths, permissions, tables. */
class MetricsApisTest {
    private static final String SHOP =
            """
            apiVersion: v1
            kind: Namespace
            metadata: {name: shop}
            ---
            apiVersion: v1
            kind: Service
            metadata: {name: db, namespace: shop}
            spec: {ports: [{port: 5432}]}
            ---
            apiVersion: v1
            kind: Pod
            metadata:
              name: web
              namespace: shop
              labels: {app: web}
              annotations: {metrics.kubelayers.io/cpu: 250m, metrics.kubelayers.io/memory: 64Mi}
            spec: {containers: [{name: web, image: web:1}]}
            ---
            apiVersion: rbac.authorization.k8s.io/v1
            kind: ClusterRole
            metadata: {name: sees-requests}
            rules:
            - {apiGroups: [custom.metrics.k8s.io], resources: [pods/requests_per_second], verbs: [get]}
            ---
            apiVersion: rbac.authorization.k8s.io/v1
            kind: ClusterRoleBinding
            metadata: {name: sees-requests}
            roleRef: {apiGroup: rbac.authorization.k8s.io, kind: ClusterRole, name: sees-requests}
            subjects: [{apiGroup: rbac.authorization.k8s.io, kind: User, name: jane}]
            """;

    private static final MetricCatalog CATALOG = MetricCatalog.EMPTY
            .sharedByPods(
                    "shop",
                    new LabelSelector(Map.of("app", "web"), List.of()),
                    "requests_per_second",
                    UsageCurve.constant(120))
            .ofObject(
                    new ObjectReference("Service", "shop", "db", null, "v1", null, null),
                    "open_connections",
                    UsageCurve.constant(7.5))
            .ofObject(
                    new ObjectReference("Namespace", null, "shop", null, "v1", null, null),
                    "orders",
                    UsageCurve.constant(3))
            .external("", "queue_length", Map.of("queue", "orders"), UsageCurve.constant(30))
            .external("", "queue_length", Map.of("queue", "mail"), UsageCurve.constant(2));

    private static Cluster cluster(GovernanceLayer governance) {
        var cluster = Cluster.builder()
                .layers(ApplicationLayer.standard(), governance)
                .authenticator(shown -> Optional.ofNullable(shown.bearerToken())
                        .map(token -> new UserInfo(
                                token, "", token.equals("root") ? List.of("system:masters") : List.of(), Map.of())))
                .nodes(1, node -> node.cpu("2").memory("4Gi"))
                .start();
        cluster.settle();
        cluster.apply(Manifests.of("shop.yaml", SHOP));
        cluster.settle();
        cluster.advance(Duration.ofSeconds(45));
        return cluster;
    }

    private static HttpResponse get(Cluster cluster, String user, String target) {
        return RestApi.of(cluster.server(), cluster.runtime().clock())
                .handle(HttpRequest.get(target).withBearer(user));
    }

    private static String body(Cluster cluster, String target) {
        var answer = get(cluster, "root", target);
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        return answer.text();
    }

    @Test
    void useOfPodsAndNodesIsServed() {
        try (var cluster = cluster(GovernanceLayer.standard())) {
            assertThat(body(cluster, "/apis")).contains("\"groupVersion\":\"metrics.k8s.io/v1beta1\"");
            assertThat(body(cluster, "/apis/metrics.k8s.io/v1beta1"))
                    .contains("\"name\":\"nodes\"", "\"kind\":\"PodMetrics\"", "\"verbs\":[\"get\",\"list\"]");
            assertThat(body(cluster, "/apis/metrics.k8s.io/v1beta1/namespaces/shop/pods/web"))
                    .contains("\"cpu\":\"250m\"", "\"memory\":\"64Mi\"", "\"window\":\"15s\"");
            assertThat(body(cluster, "/apis/metrics.k8s.io/v1beta1/nodes"))
                    .contains("\"kind\":\"NodeMetricsList\"", "\"name\":\"node-1\"");
            assertThat(body(cluster, "/apis")).doesNotContain("custom.metrics", "external.metrics");
        }
    }

    @Test
    void tablesHaveTheColumnsOfMetricsServer() {
        try (var cluster = cluster(GovernanceLayer.standard())) {
            var request = HttpRequest.get("/apis/metrics.k8s.io/v1beta1/namespaces/shop/pods")
                    .withBearer("root");
            var table = RestApi.of(cluster.server(), cluster.runtime().clock())
                    .handle(request.withHeaders(
                            request.headers().with("Accept", "application/json;as=Table;v=v1;g=meta.k8s.io")));

            assertThat(table.text())
                    .contains("\"cells\":[\"web\",\"250m\",\"64Mi\",\"15s\"]")
                    .contains("\"name\":\"cpu\",\"type\":\"string\",\"format\":\"quantity\"");
        }
    }

    @Test
    void customMetricsAreServedInBothVersions() {
        try (var cluster = cluster(GovernanceLayer.standard().metrics(UsageModel.IDLE, CATALOG))) {
            assertThat(body(cluster, "/apis/custom.metrics.k8s.io/v1beta2"))
                    .contains("\"name\":\"namespaces/orders\"", "\"name\":\"pods/requests_per_second\"")
                    .contains("\"name\":\"services/open_connections\"", "\"kind\":\"MetricValueList\"");
            var paths = "/apis/custom.metrics.k8s.io/v1beta1/namespaces/shop/";
            assertThat(body(cluster, paths + "pods/*/requests_per_second?labelSelector=app%3Dweb"))
                    .contains("\"kind\":\"MetricValueList\"", "\"apiVersion\":\"custom.metrics.k8s.io/v1beta1\"")
                    .contains("\"describedObject\":{\"kind\":\"Pod\",\"namespace\":\"shop\",\"name\":\"web\"")
                    .contains("\"metricName\":\"requests_per_second\"", "\"value\":\"120\"");
            assertThat(body(cluster, paths + "services/db/open_connections")).contains("\"value\":\"7500m\"");
            assertThat(body(cluster, paths + "services/*/open_connections")).contains("\"name\":\"db\"");
            assertThat(body(cluster, paths + "metrics/orders")).contains("\"kind\":\"Namespace\"", "\"value\":\"3\"");
            assertThat(body(
                            cluster,
                            "/apis/custom.metrics.k8s.io/v1beta2/namespaces/shop/services/db/open_connections"))
                    .contains("\"metric\":{\"name\":\"open_connections\",\"selector\":null}");
        }
    }

    @Test
    void aggregatedDiscoveryListsMetricsUnderTheirResource() {
        try (var cluster = cluster(GovernanceLayer.standard().metrics(UsageModel.IDLE, CATALOG))) {
            var request = HttpRequest.get("/apis").withBearer("root");
            var all = RestApi.of(cluster.server(), cluster.runtime().clock())
                    .handle(request.withHeaders(request.headers()
                            .with("Accept", "application/json;g=apidiscovery.k8s.io;v=v2;as=APIGroupDiscoveryList")));

            assertThat(all.text())
                    .contains("\"metadata\":{\"name\":\"custom.metrics.k8s.io\"}")
                    .contains("\"subresource\":\"requests_per_second\"")
                    .contains("\"resource\":\"queue_length\"");
        }
    }

    @Test
    void externalMetricsAreServedBySeries() {
        try (var cluster = cluster(GovernanceLayer.standard().metrics(UsageModel.IDLE, CATALOG))) {
            var path = "/apis/external.metrics.k8s.io/v1beta1/namespaces/shop/queue_length";
            assertThat(body(cluster, path))
                    .contains("\"kind\":\"ExternalMetricValueList\"", "\"queue\":\"mail\"", "\"value\":\"30\"");
            assertThat(body(cluster, path + "?labelSelector=queue%3Dorders")).doesNotContain("mail");
            assertThat(body(cluster, "/apis/external.metrics.k8s.io/v1beta1")).contains("\"name\":\"queue_length\"");
        }
    }

    @Test
    void rolesSayWhoSeesWhichMetric() {
        try (var cluster = cluster(GovernanceLayer.standard().metrics(UsageModel.IDLE, CATALOG))) {
            var paths = "/apis/custom.metrics.k8s.io/v1beta2/namespaces/shop/";
            assertThat(get(cluster, "jane", paths + "pods/web/requests_per_second")
                            .status())
                    .isEqualTo(200);
            var refused = get(cluster, "jane", paths + "services/db/open_connections");
            assertThat(refused.status()).isEqualTo(403);
            assertThat(refused.text())
                    .contains("cannot get resource \\\"services/open_connections\\\" in API group"
                            + " \\\"custom.metrics.k8s.io\\\" in the namespace \\\"shop\\\"");
        }
    }

    @Test
    void whatThereIsNotIsToldAsAdaptersDo() {
        try (var cluster = cluster(GovernanceLayer.standard().metrics(UsageModel.IDLE, CATALOG))) {
            var paths = "/apis/custom.metrics.k8s.io/v1beta2/namespaces/shop/";
            assertThat(get(cluster, "root", paths + "services/db/nothing").text())
                    .contains("the server could not find the metric nothing for services db", "\"code\":404");
            assertThat(get(cluster, "root", paths + "pods/*/nothing").text())
                    .contains("the server could not find the metric nothing for pods\"");
            assertThat(get(cluster, "root", paths + "carts/db/nothing").status())
                    .isEqualTo(404);
            assertThat(get(cluster, "root", paths + "pods/*/x?labelSelector=%3D")
                            .status())
                    .isEqualTo(400);
        }
    }

    @Test
    void aClusterWithoutAMetricsServerHasNoneOfThem() {
        try (var cluster = cluster(
                GovernanceLayer.standard().metrics(UsageModel.IDLE, CATALOG).withoutMetricsApis())) {
            assertThat(body(cluster, "/apis")).doesNotContain("metrics");
            assertThat(body(cluster, "/")).doesNotContain("metrics.k8s.io");
            assertThat(get(cluster, "root", "/apis/metrics.k8s.io/v1beta1/nodes")
                            .status())
                    .isEqualTo(404);
        }
    }
}
