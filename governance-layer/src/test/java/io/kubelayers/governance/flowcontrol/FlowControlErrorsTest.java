package io.kubelayers.governance.flowcontrol;

import io.kubelayers.application.ApplicationLayer;
import io.kubelayers.governance.GovernanceLayer;
import io.kubelayers.testing.QuietCluster;
import io.kubelayers.testing.RefusalTables;
import io.kubelayers.testing.Refusals;
import java.util.Map;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What flow schemas and priority levels are refused for, in upstream's words and order. */
class FlowControlErrorsTest implements RefusalTables.OfNew {
    @RegisterExtension
    static final QuietCluster CLUSTER = QuietCluster.of(ApplicationLayer.standard(), GovernanceLayer.standard());

    @Override
    public Refusals refusals() {
        return new Refusals(CLUSTER.get(), Map.of());
    }
}
