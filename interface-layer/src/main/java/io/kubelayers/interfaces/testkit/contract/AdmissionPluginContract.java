package io.kubelayers.interfaces.testkit.contract;

import io.kubelayers.nucleus.admission.AdmissionPlugin;
import io.kubelayers.nucleus.admission.AdmissionRequest;
import java.util.List;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;

/**
 * What the API server relies on in an {@link AdmissionPlugin}, tried with requests that the author of the plugin gives:
 *
 * <ul>
 *   <li>it has a name;
 *   <li>whether it wants to see a request does not change from one time to the next;
 *   <li>changing an object twice is changing it once, since updates are tried again after a conflict.
 * </ul>
 */
public interface AdmissionPluginContract {
    /** The plugin to be tested. */
    AdmissionPlugin plugin();

    /** Requests that the plugin lets pass, those of other kinds included; at least one that it handles. */
    List<AdmissionRequest> requests();

    /** The plugin has a name. */
    @Test
    default void hasAName() {
        Assertions.assertThat(plugin().name()).isNotBlank();
    }

    /** The plugin handles one of the requests, the same each time. */
    @Test
    default void knowsWhatItHandles() {
        var plugin = plugin();
        var first = requests().stream().map(plugin::handles).toList();
        Assertions.assertThat(first).as("requests that the plugin handles").contains(true);
        Assertions.assertThat(requests().stream().map(plugin::handles).toList()).isEqualTo(first);
    }

    /** What the plugin has changed it does not change again. */
    @Test
    default void changesOnlyOnce() {
        if (!(plugin() instanceof AdmissionPlugin.Mutating plugin)) {
            return;
        }
        for (var request : requests()) {
            if (plugin.handles(request) && request.object() != null) {
                var once = plugin.mutate(request);
                Assertions.assertThat(plugin.mutate(request.withObject(once))).isEqualTo(once);
            }
        }
    }
}
