package io.kubelayers.interfaces.testkit.contract;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kubelayers.nucleus.access.Users;
import io.kubelayers.nucleus.admission.AdmissionPlugin;
import io.kubelayers.nucleus.admission.AdmissionRequest;
import io.kubelayers.nucleus.core.Pod;
import io.kubelayers.nucleus.meta.KubernetesObject;
import io.kubelayers.nucleus.pod.Pods;
import io.kubelayers.nucleus.types.ResourceType;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** The contract passes plugins that keep it, and catches those that don't. */
class AdmissionPluginContractTest {
    /** Labels pods. */
    private record Labels(UnaryOperator<String> next) implements AdmissionPlugin.Mutating {
        @Override
        public String name() {
            return "Labels";
        }

        @Override
        public boolean handles(AdmissionRequest request) {
            return request.concerns(Pod.class);
        }

        @Override
        public KubernetesObject mutate(AdmissionRequest request) {
            var metadata = request.object().metadata();
            var label = next.apply(metadata.labels().getOrDefault("team", ""));
            return request.object().withMetadata(metadata.withLabels(Map.of("team", label)));
        }
    }

    private static List<AdmissionRequest> newPod() {
        return List.of(new AdmissionRequest(
                AdmissionRequest.Operation.CREATE,
                ResourceType.of(Pod.class),
                "",
                "default",
                "web",
                Pods.named("web").build(),
                null,
                Users.user("jane"),
                false));
    }

    @Nested
    class OneLabelForAll implements AdmissionPluginContract {
        @Override
        public AdmissionPlugin plugin() {
            return new Labels(before -> "shop");
        }

        @Override
        public List<AdmissionRequest> requests() {
            return newPod();
        }
    }

    @Test
    void a_change_on_top_of_a_change_is_caught() {
        var contract = new GrowingLabel(new Labels(before -> before + "x"), newPod());
        assertThatThrownBy(contract::changesOnlyOnce)
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("team=xx");
    }
}
