package io.kubelayers.nucleus.codec;

import static org.assertj.core.api.Assertions.assertThat;

import io.kubelayers.nucleus.NucleusKinds;
import io.kubelayers.nucleus.apiextensions.CustomResourceDefinition;
import io.kubelayers.nucleus.core.Pod;
import io.kubelayers.nucleus.types.TypeRegistry;
import io.kubelayers.testing.Objects;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Reading undoes writing, whatever the object. */
class RoundTripLawsTest {
    private final Codec codec = Codec.of(TypeRegistry.of(NucleusKinds.ALL));

    @Property(tries = 200)
    void podsSurviveJson(@ForAll("pods") Pod pod) {
        assertThat(codec.read(codec.toJson(pod))).isEqualTo(pod);
    }

    @Property(tries = 50)
    void podsSurviveYaml(@ForAll("pods") Pod pod) {
        assertThat(codec.read(codec.toYaml(pod))).isEqualTo(pod);
    }

    @Property(tries = 100)
    void schemasSurviveJson(@ForAll("definitions") CustomResourceDefinition definition) {
        assertThat(codec.read(codec.toJson(definition))).isEqualTo(definition);
    }

    @Provide
    Arbitrary<Pod> pods() {
        return Objects.of(Pod.class);
    }

    @Provide
    Arbitrary<CustomResourceDefinition> definitions() {
        return Objects.of(CustomResourceDefinition.class);
    }
}
