package io.kubelayers.interfaces.testkit;

import io.kubelayers.application.ApplicationLayer;
import io.kubelayers.governance.GovernanceLayer;
import io.kubelayers.nucleus.cluster.Layer;

/** The layers of a test's cluster. */
final class StandardLayers {
    private StandardLayers() {}

    static Layer[] all() {
        return new Layer[] {ApplicationLayer.standard(), GovernanceLayer.standard()};
    }
}
