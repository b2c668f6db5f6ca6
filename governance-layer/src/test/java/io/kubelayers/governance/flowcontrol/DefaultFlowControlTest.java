package io.kubelayers.governance.flowcontrol;

import static org.assertj.core.api.Assertions.assertThat;

import io.kubelayers.governance.GovernanceLayer;
import io.kubelayers.nucleus.cluster.Cluster;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Every server has these levels and schemas, and keeps them. */
class DefaultFlowControlTest {
    private final Cluster cluster = Cluster.builder()
            .layers(GovernanceLayer.standard())
            .withoutControllers()
            .start();

    @AfterEach
    void stop() {
        cluster.close();
    }

    private FlowSchema schema(String name) {
        return cluster.client().on(FlowSchema.class).get("", name);
    }

    @Test
    void every_schema_leads_to_a_level() {
        var schemas = cluster.client().on(FlowSchema.class).list("").items();
        assertThat(schemas)
                .extracting(schema -> schema.metadata().name())
                .containsExactly(
                        "catch-all",
                        "endpoint-controller",
                        "exempt",
                        "global-default",
                        "kube-controller-manager",
                        "kube-scheduler",
                        "kube-system-service-accounts",
                        "probes",
                        "service-accounts",
                        "system-leader-election",
                        "system-node-high",
                        "system-nodes",
                        "workload-leader-election");
        assertThat(schemas)
                .allSatisfy(schema ->
                        assertThat(schema.status().conditions().get(0).reason()).isEqualTo("Found"));
    }

    @Test
    void what_is_deleted_comes_back() {
        cluster.client().on(FlowSchema.class).delete("", "exempt");
        cluster.client().on(PriorityLevelConfiguration.class).delete("", "catch-all");
        cluster.settle();
        assertThat(schema("exempt").spec().matchingPrecedence()).isEqualTo(1);
        assertThat(cluster.client().on(PriorityLevelConfiguration.class).find("", "catch-all"))
                .isPresent();
    }

    @Test
    void what_is_changed_is_put_right_unless_its_annotation_says_otherwise() {
        var schema = schema("service-accounts");
        cluster.client().update(schema.withSpec(schema.spec().withMatchingPrecedence(77)));
        cluster.settle();
        assertThat(schema("service-accounts").spec().matchingPrecedence()).isEqualTo(9000);

        var own = schema("service-accounts");
        var metadata = own.metadata().withAnnotations(Map.of(DefaultFlowControl.AUTO_UPDATE, "false"));
        cluster.client().update(own.withMetadata(metadata).withSpec(own.spec().withMatchingPrecedence(77)));
        cluster.settle();
        assertThat(schema("service-accounts").spec().matchingPrecedence()).isEqualTo(77);
    }
}
