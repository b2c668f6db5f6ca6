package io.kubelayers.interfaces.testkit.fabric8;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.GenericKubernetesResourceBuilder;
import io.fabric8.kubernetes.api.model.PodBuilder;
import io.fabric8.kubernetes.api.model.Quantity;
import io.kubelayers.interfaces.testkit.KubelayersDomain;
import io.kubelayers.interfaces.testkit.models.ModelMismatchException;
import io.kubelayers.nucleus.core.ConfigMap;
import io.kubelayers.nucleus.core.Node;
import io.kubelayers.nucleus.core.Pod;
import io.kubelayers.nucleus.meta.DynamicObject;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.domains.Domain;
import org.junit.jupiter.api.Test;

/** fabric8's models become records and come back the same. */
class Fabric8ObjectsTest {
    private static io.fabric8.kubernetes.api.model.Pod web() {
        return new PodBuilder()
                .withNewMetadata()
                .withName("web")
                .withNamespace("shop")
                .addToLabels("app", "web")
                .endMetadata()
                .withNewSpec()
                .addNewContainer()
                .withName("main")
                .withImage("nginx:1")
                .addNewPort()
                .withContainerPort(80)
                .endPort()
                .withNewResources()
                .addToRequests("cpu", new Quantity("250m"))
                .endResources()
                .withNewLivenessProbe()
                .withNewHttpGet()
                .withPath("/")
                .withNewPort("http")
                .endHttpGet()
                .endLivenessProbe()
                .endContainer()
                .addNewVolume()
                .withName("scratch")
                .withNewEmptyDir()
                .endEmptyDir()
                .endVolume()
                .endSpec()
                .build();
    }

    @Test
    void a_pod_becomes_a_record() {
        Pod pod = Objects.from(web(), Pod.class);
        assertThat(pod.metadata().labels()).isEqualTo(Map.of("app", "web"));
        assertThat(pod.spec().containers().get(0).resources().requests().get("cpu"))
                .isEqualTo(io.kubelayers.nucleus.value.Quantity.parse("250m"));
        assertThat(pod.spec().volumes().get(0).emptyDir()).isNotNull();
        assertThat(Objects.from(web())).isEqualTo(pod);
    }

    @Test
    void a_record_becomes_a_pod() {
        var pod = Objects.from(web());
        var again = Objects.to(pod, io.fabric8.kubernetes.api.model.Pod.class);
        assertThat(again.getSpec()).isEqualTo(web().getSpec());
        assertThat(again.getMetadata()).isEqualTo(web().getMetadata());
        assertThat(Objects.to(pod)).isInstanceOf(io.fabric8.kubernetes.api.model.Pod.class);
    }

    @Test
    void custom_resources_stay_generic() {
        var custom = new GenericKubernetesResourceBuilder()
                .withApiVersion("example.com/v1")
                .withKind("Widget")
                .withNewMetadata()
                .withName("w")
                .endMetadata()
                .build();
        custom.setAdditionalProperty("spec", Map.of("size", 3));
        var dynamic = Objects.from(custom, DynamicObject.class);
        assertThat(dynamic.kind()).isEqualTo("Widget");
        assertThat(Objects.to(dynamic, GenericKubernetesResource.class).<Integer>get("spec", "size"))
                .isEqualTo(3);
    }

    @Test
    void nothing_is_dropped_in_silence() {
        var odd = web();
        odd.getSpec().setAdditionalProperty("surprise", "!");
        assertThatThrownBy(() -> Objects.from(odd))
                .isInstanceOf(ModelMismatchException.class)
                .hasMessageContaining("unknown field \"spec.surprise\"");
    }

    @Test
    void another_kind_is_refused() {
        assertThatThrownBy(() -> Objects.from(web(), ConfigMap.class))
                .isInstanceOf(ModelMismatchException.class)
                .hasMessage("a Pod is not a ConfigMap");
    }

    @Property(tries = 100)
    @Domain(KubelayersDomain.class)
    void pods_come_back_the_same(@ForAll Pod pod) {
        assertThat(Objects.from(Objects.to(pod))).isEqualTo(pod);
    }

    @Property(tries = 50)
    @Domain(KubelayersDomain.class)
    void nodes_come_back_the_same(@ForAll Node node) {
        assertThat(Objects.from(Objects.to(node), Node.class)).isEqualTo(node);
    }
}
