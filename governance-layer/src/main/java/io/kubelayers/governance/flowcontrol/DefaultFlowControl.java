package io.kubelayers.governance.flowcontrol;

import io.kubelayers.governance.flowcontrol.PriorityLevelConfiguration.ExemptPriorityLevelConfiguration;
import io.kubelayers.governance.flowcontrol.PriorityLevelConfiguration.LimitResponse;
import io.kubelayers.governance.flowcontrol.PriorityLevelConfiguration.LimitedPriorityLevelConfiguration;
import io.kubelayers.governance.flowcontrol.PriorityLevelConfiguration.QueuingConfiguration;
import io.kubelayers.governance.flowcontrol.PriorityLevelConfiguration.Spec;
import io.kubelayers.nucleus.client.Client;
import io.kubelayers.nucleus.meta.ObjectMetaBuilder;
import org.jspecify.annotations.Nullable;

/** The priority levels that every API server makes when it starts (apiserver {@code apis/flowcontrol/bootstrap}). */
public final class DefaultFlowControl {
    private static final int QUEUE_LENGTH = 50;

    private DefaultFlowControl() {}

    /** Makes them. */
    public static void bootstrap(Client admin) {
        create(admin, "exempt", new Spec("Exempt", null, new ExemptPriorityLevelConfiguration(0, 0)));
        limited(admin, "catch-all", 5, 0, null);
        limited(admin, "global-default", 20, 50, queues(128, 6));
        limited(admin, "leader-election", 10, 0, queues(16, 4));
        limited(admin, "node-high", 40, 25, queues(64, 6));
        limited(admin, "system", 30, 33, queues(64, 6));
        limited(admin, "workload-high", 40, 50, queues(128, 6));
        limited(admin, "workload-low", 100, 90, queues(128, 6));
    }

    private static QueuingConfiguration queues(int queues, int handSize) {
        return new QueuingConfiguration(queues, handSize, QUEUE_LENGTH);
    }

    private static void limited(
            Client admin, String name, int shares, int lendable, @Nullable QueuingConfiguration queuing) {
        var response = new LimitResponse(queuing == null ? "Reject" : "Queue", queuing);
        create(
                admin,
                name,
                new Spec("Limited", new LimitedPriorityLevelConfiguration(shares, response, lendable, null), null));
    }

    private static void create(Client admin, String name, Spec spec) {
        admin.create(new PriorityLevelConfiguration(
                ObjectMetaBuilder.builder().name(name).build(), spec, PriorityLevelConfiguration.Status.EMPTY));
    }
}
