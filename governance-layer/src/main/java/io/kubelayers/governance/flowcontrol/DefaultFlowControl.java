package io.kubelayers.governance.flowcontrol;

import io.kubelayers.governance.flowcontrol.PriorityLevelConfiguration.ExemptPriorityLevelConfiguration;
import io.kubelayers.governance.flowcontrol.PriorityLevelConfiguration.LimitResponse;
import io.kubelayers.governance.flowcontrol.PriorityLevelConfiguration.LimitedPriorityLevelConfiguration;
import io.kubelayers.governance.flowcontrol.PriorityLevelConfiguration.QueuingConfiguration;
import io.kubelayers.governance.flowcontrol.PriorityLevelConfiguration.Spec;
import io.kubelayers.nucleus.client.Client;
import io.kubelayers.nucleus.meta.ObjectMeta;
import io.kubelayers.nucleus.meta.ObjectMetaBuilder;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The priority levels and flow schemas that every API server makes when it starts and keeps from then on
 * (apiserver {@code apis/flowcontrol/bootstrap}).
 */
public final class DefaultFlowControl {
    /** Annotation that says whether the server keeps the object as it made it: "false" to change it for good. */
    public static final String AUTO_UPDATE = "apf.kubernetes.io/autoupdate-spec";

    /** Names of those that cannot be other than they are, levels and schemas alike. */
    static final Set<String> MANDATORY = Set.of("exempt", "catch-all");

    private static final int QUEUE_LENGTH = 50;

    private DefaultFlowControl() {}

    /** Makes them. */
    public static void bootstrap(Client admin) {
        levels().forEach(admin::create);
        schemas().forEach(admin::create);
    }

    /** The priority levels. */
    public static List<PriorityLevelConfiguration> levels() {
        return List.of(
                level("exempt", new Spec("Exempt", null, new ExemptPriorityLevelConfiguration(0, 0))),
                limited("catch-all", 5, 0, null),
                limited("global-default", 20, 50, queues(128, 6)),
                limited("leader-election", 10, 0, queues(16, 4)),
                limited("node-high", 40, 25, queues(64, 6)),
                limited("system", 30, 33, queues(64, 6)),
                limited("workload-high", 40, 50, queues(128, 6)),
                limited("workload-low", 100, 90, queues(128, 6)));
    }

    /** The flow schemas, each leading to one of the levels. */
    public static List<FlowSchema> schemas() {
        return DefaultFlowSchemas.all();
    }

    /** Whether it is as the server makes it, or it is none of those that cannot be other than they are. */
    static boolean isAsMade(FlowSchema schema) {
        var name = schema.metadata().nameOrEmpty();
        return !MANDATORY.contains(name)
                || schemas().stream()
                        .filter(made -> made.metadata().nameOrEmpty().equals(name))
                        .allMatch(made -> made.spec().equals(schema.spec()));
    }

    /** Whether it is as the server makes it: how much is lent and counted of what is exempt is free. */
    static boolean isAsMade(PriorityLevelConfiguration level) {
        var name = level.metadata().nameOrEmpty();
        return !MANDATORY.contains(name)
                || levels().stream()
                        .filter(made -> made.metadata().nameOrEmpty().equals(name))
                        .allMatch(made -> made.spec()
                                .equals(level.spec().withExempt(made.spec().exempt())));
    }

    private static QueuingConfiguration queues(int queues, int handSize) {
        return new QueuingConfiguration(queues, handSize, QUEUE_LENGTH);
    }

    private static PriorityLevelConfiguration limited(
            String name, int shares, int lendable, @Nullable QueuingConfiguration queuing) {
        var response = new LimitResponse(queuing == null ? "Reject" : "Queue", queuing);
        return level(
                name,
                new Spec("Limited", new LimitedPriorityLevelConfiguration(shares, response, lendable, null), null));
    }

    private static PriorityLevelConfiguration level(String name, Spec spec) {
        return new PriorityLevelConfiguration(metadata(name), spec, PriorityLevelConfiguration.Status.EMPTY);
    }

    static ObjectMeta metadata(String name) {
        return ObjectMetaBuilder.builder()
                .name(name)
                .annotations(Map.of(AUTO_UPDATE, "true"))
                .build();
    }
}
