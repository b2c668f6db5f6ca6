package io.kubelayers.governance.networkpolicy;

import io.kubelayers.application.ApplicationLayer;
import io.kubelayers.governance.GovernanceLayer;
import io.kubelayers.testing.QuietCluster;
import io.kubelayers.testing.RefusalTables;
import io.kubelayers.testing.Refusals;
import java.util.Map;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What network policies are refused for, in upstream's words and order. */
class NetworkPolicyErrorsTest implements RefusalTables.OfNew {
    @RegisterExtension
    static final QuietCluster CLUSTER = QuietCluster.of(ApplicationLayer.standard(), GovernanceLayer.standard());

    @Override
    public Refusals refusals() {
        return new Refusals(CLUSTER.get(), Map.of());
    }
}
