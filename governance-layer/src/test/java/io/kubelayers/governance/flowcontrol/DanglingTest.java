package io.kubelayers.governance.flowcontrol;

import static org.assertj.core.api.Assertions.assertThat;

import io.kubelayers.governance.GovernanceLayer;
import io.kubelayers.governance.flowcontrol.FlowSchema.PriorityLevelConfigurationReference;
import io.kubelayers.nucleus.cluster.Cluster;
import io.kubelayers.nucleus.meta.ObjectMetaBuilder;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The server itself tells whether flow schemas lead anywhere, also where no controllers run. */
class DanglingTest {
    private final Cluster cluster = Cluster.builder()
            .layers(GovernanceLayer.standard())
            .withoutControllers()
            .start();

    @AfterEach
    void close() {
        cluster.close();
    }

    private FlowSchema.Condition conditionOf(String level) {
        var spec = FlowSchemaSpecBuilder.builder()
                .priorityLevelConfiguration(new PriorityLevelConfigurationReference(level))
                .build();
        cluster.client()
                .create(new FlowSchema(
                        ObjectMetaBuilder.builder().name("robots").build(), spec, FlowSchema.Status.EMPTY));
        cluster.settle();
        var schema = cluster.client().on(FlowSchema.class).get("", "robots");
        return schema.status().conditions().get(0);
    }

    @Test
    void aLevelThatEveryServerHasIsFound() {
        var condition = conditionOf("global-default");
        assertThat(condition.status()).isEqualTo("False");
        assertThat(condition.message())
                .isEqualTo("This FlowSchema references the PriorityLevelConfiguration object named"
                        + " \"global-default\" and it exists");
    }

    @Test
    void oneThatIsNotThereLeavesTheSchemaDangling() {
        var condition = conditionOf("nowhere");
        assertThat(condition.type() + " " + condition.status() + " " + condition.reason())
                .isEqualTo("Dangling True NotFound");
    }
}
