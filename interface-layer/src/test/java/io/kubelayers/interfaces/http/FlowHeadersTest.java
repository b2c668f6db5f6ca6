package io.kubelayers.interfaces.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.kubelayers.governance.GovernanceLayer;
import io.kubelayers.governance.flowcontrol.FlowSchema;
import io.kubelayers.governance.flowcontrol.PriorityLevelConfiguration;
import io.kubelayers.nucleus.cluster.Cluster;
import io.kubelayers.nucleus.meta.KubernetesObject;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Answers tell by uid to which flow schema and priority level their requests belonged. */
class FlowHeadersTest {
    private final Cluster cluster = Cluster.builder()
            .layers(GovernanceLayer.standard())
            .withoutControllers()
            .start();
    private final RestApi api = RestApi.of(cluster.server(), cluster.runtime().clock());

    @AfterEach
    void stop() {
        cluster.close();
    }

    private void answered(HttpResponse answer, int status, String schema, String level) {
        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.headers().all("X-Kubernetes-PF-FlowSchema-UID"))
                .isEqualTo(List.of(uid(FlowSchema.class, schema)));
        assertThat(answer.headers().all("X-Kubernetes-PF-PriorityLevel-UID"))
                .isEqualTo(List.of(uid(PriorityLevelConfiguration.class, level)));
    }

    private String uid(Class<? extends KubernetesObject> kind, String name) {
        return String.valueOf(cluster.client().on(kind).get("", name).metadata().uid());
    }

    @Test
    void of_what_is_served_and_of_what_is_refused() {
        answered(
                RestApis.ofAdmin(cluster)
                        .handle(HttpRequest.get("/api/v1/nodes").withBearer("x")),
                200,
                "exempt",
                "exempt");
        answered(
                RestApis.ofAdmin(cluster)
                        .handle(HttpRequest.get("/api/v1/nodes/none").withBearer("x")),
                404,
                "exempt",
                "exempt");
        answered(
                RestApis.ofAdmin(cluster).handle(HttpRequest.get("/nowhere").withBearer("x")), 404, "exempt", "exempt");
        answered(api.handle(HttpRequest.get("/readyz")), 200, "probes", "exempt");
        answered(api.handle(HttpRequest.get("/api/v1/pods?watch=1")), 403, "global-default", "global-default");
    }

    @Test
    void not_where_nobody_knows_who_asks_or_where_a_stream_was_asked_for() {
        for (var request : List.of(
                HttpRequest.get("/api/v1/nodes").withBearer("nobody's"),
                HttpRequest.get("/api/v1/nodes?timeout=never"),
                HttpRequest.get("/api/v1/namespaces/default/pods/web/log"))) {
            var answer = api.handle(request);
            assertThat(answer.status()).isBetween(400, 404);
            assertThat(answer.headers().has(FlowHeaders.SCHEMA)).isFalse();
            assertThat(answer.headers().has(FlowHeaders.LEVEL)).isFalse();
        }
    }

    @Test
    void a_schema_counts_as_soon_as_it_is_written() {
        answered(api.handle(HttpRequest.get("/version")), 200, "global-default", "global-default");
        var schema = cluster.client().on(FlowSchema.class).get("", "probes");
        var own = schema.withMetadata(schema.metadata()
                        .withName("own")
                        .withResourceVersion(null)
                        .withUid(null))
                .withSpec(cluster.client()
                        .on(FlowSchema.class)
                        .get("", "global-default")
                        .spec()
                        .withMatchingPrecedence(3)
                        .withPriorityLevelConfiguration(
                                new FlowSchema.PriorityLevelConfigurationReference("workload-high")));
        cluster.client().create(own);
        answered(api.handle(HttpRequest.get("/version")), 200, "own", "workload-high");
        cluster.client().on(FlowSchema.class).delete("", "own");
        answered(api.handle(HttpRequest.get("/version")), 200, "global-default", "global-default");
    }
}
