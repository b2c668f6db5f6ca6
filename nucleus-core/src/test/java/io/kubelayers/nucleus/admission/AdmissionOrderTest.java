package io.kubelayers.nucleus.admission;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class AdmissionOrderTest {
    private record Named(String name) implements AdmissionPlugin.Validating {
        @Override
        public boolean handles(AdmissionRequest request) {
            return false;
        }

        @Override
        public void validate(AdmissionRequest request) {}
    }

    @Test
    void upstreamsPluginsComeInItsOrderThenOthersAndQuotaLast() {
        var plugins = new ArrayList<AdmissionPlugin>();
        for (var name : List.of("ResourceQuota", "Mine", "Priority", "ServiceAccount", "Yours", "NamespaceLifecycle")) {
            plugins.add(new Named(name));
        }
        assertThat(AdmissionOrder.sorted(plugins))
                .extracting(AdmissionPlugin::name)
                .containsExactly("NamespaceLifecycle", "ServiceAccount", "Priority", "Mine", "Yours", "ResourceQuota");
    }
}
