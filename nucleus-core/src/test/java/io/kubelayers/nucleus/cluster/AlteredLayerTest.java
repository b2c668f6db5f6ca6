package io.kubelayers.nucleus.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kubelayers.nucleus.admission.AdmissionPlugin;
import io.kubelayers.nucleus.admission.AdmissionRequest;
import io.kubelayers.nucleus.core.ConfigMap;
import io.kubelayers.nucleus.core.ConfigMapBuilder;
import io.kubelayers.nucleus.meta.KubernetesObject;
import io.kubelayers.nucleus.meta.ObjectMetaBuilder;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A layer is composed: each of its acting parts can be left out or replaced. */
class AlteredLayerTest {
    private static final Layer COLOURS = new Layer() {
        @Override
        public String name() {
            return "colours";
        }

        @Override
        public List<Class<?>> kinds() {
            return List.of();
        }

        @Override
        public List<AdmissionPlugin> admission(LayerContext context) {
            return List.of(new Paint("Base", "grey"), new Paint("Top", "red"));
        }
    };

    /** Sets a colour. */
    private record Paint(String name, String colour) implements AdmissionPlugin.Mutating {
        @Override
        public boolean handles(AdmissionRequest request) {
            return request.object() instanceof ConfigMap;
        }

        @Override
        public KubernetesObject mutate(AdmissionRequest request) {
            return ((ConfigMap) request.object()).withData(Map.of("colour", colour));
        }
    }

    private static String colour(Layer layer) {
        try (var cluster = Cluster.builder().layers(layer).start()) {
            var created = cluster.client()
                    .create(ConfigMapBuilder.builder()
                            .metadata(ObjectMetaBuilder.builder()
                                    .name("wall")
                                    .namespace("default")
                                    .build())
                            .build());
            return created.data().getOrDefault("colour", "none");
        }
    }

    @Test
    void runsAllItsPartsInOrder() {
        assertThat(colour(COLOURS)).isEqualTo("red");
    }

    @Test
    void goesWithoutAPart() {
        assertThat(colour(COLOURS.without("Top"))).isEqualTo("grey");
        assertThat(colour(COLOURS.without("Top", "Base"))).isEqualTo("none");
    }

    @Test
    void takesAnotherPartInPlaceOfTheOneOfItsName() {
        assertThat(colour(COLOURS.with(new Paint("Top", "blue")))).isEqualTo("blue");
        assertThat(colour(COLOURS.with(new Paint("Base", "blue")))).isEqualTo("red");
    }

    @Test
    void takesOneMore() {
        assertThat(colour(COLOURS.with(new Paint("Varnish", "gold")))).isEqualTo("gold");
    }

    @Test
    void saysWhichPartsItHasWhenANameIsWrong() {
        assertThatThrownBy(() -> colour(COLOURS.without("Topp")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("the colours layer has no part named Topp; it has Base, Top");
    }

    @Test
    void admissionPluginsCanBeLeftOutWhicheverLayerTheyAreOf() {
        assertThatThrownBy(() ->
                        Cluster.builder().withoutAdmission(List.of("Nothing")).start())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("no admission plugin is named Nothing; there are ")
                .hasMessageContaining("NamespaceLifecycle");
        assertThatThrownBy(() -> Cluster.builder()
                        .needingAdmission(List.of("NamespaceLifecycle", "AlwaysPullImages"))
                        .start())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("no admission plugin is named AlwaysPullImages; there are ");
        // upstream's scripts name plugins that this cluster has not got either
        assertThat(Cluster.builder()
                        .withoutAdmission(List.of("NamespaceLifecycle", "MutatingAdmissionWebhook"))
                        .start()
                        .now())
                .isNotNull();
    }
}
