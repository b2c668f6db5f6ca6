package io.kubelayers.interfaces.testkit.fabric8;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fabric8.kubernetes.api.model.Namespaced;
import io.fabric8.kubernetes.api.model.ObjectMetaBuilder;
import io.fabric8.kubernetes.client.CustomResource;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.fabric8.kubernetes.client.dsl.base.PatchContext;
import io.fabric8.kubernetes.client.dsl.base.PatchType;
import io.fabric8.kubernetes.model.annotation.Group;
import io.fabric8.kubernetes.model.annotation.Version;
import io.kubelayers.interfaces.testkit.KubelayersTest;
import io.kubelayers.nucleus.cluster.Cluster;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Custom resources by a class of one's own, on virtual time. */
@KubelayersTest(nodes = 0)
class Fabric8CustomResourceTest {
    /** What a pet is. */
    public static final class Traits {
        public String species;
        public Integer age;
    }

    /** How a pet is. */
    public static final class Mood {
        public String mood;
    }

    /** A pet. */
    @Group("example.com")
    @Version("v1")
    public static final class Pet extends CustomResource<Traits, Mood> implements Namespaced {
        private static final long serialVersionUID = 1L;
    }

    @BeforeEach
    void define(Cluster cluster, KubernetesClient client) {
        client.load(getClass().getResourceAsStream("pets.yaml")).create();
        cluster.settle();
    }

    private static Pet rex() {
        var pet = new Pet();
        pet.setMetadata(
                new ObjectMetaBuilder().withName("rex").withNamespace("default").build());
        pet.setSpec(new Traits());
        pet.getSpec().species = "dog";
        pet.getSpec().age = 3;
        return pet;
    }

    @Test
    void objects_status_and_scale(KubernetesClient client) {
        var pets = client.resources(Pet.class).inNamespace("default");
        pets.resource(rex()).create();
        pets.withName("rex").edit(pet -> {
            pet.getSpec().age = 4;
            return pet;
        });
        pets.withName("rex").editStatus(pet -> {
            pet.setStatus(new Mood());
            pet.getStatus().mood = "happy";
            pet.getSpec().age = 99;
            return pet;
        });
        var pet = pets.withName("rex").get();
        assertThat(pet.getSpec().age).isEqualTo(4);
        assertThat(pet.getStatus().mood).isEqualTo("happy");
        pets.withName("rex").scale(7);
        assertThat(pets.withName("rex").get().getSpec().age).isEqualTo(7);
        pets.withName("rex").patch(PatchContext.of(PatchType.JSON_MERGE), "{\"spec\":{\"species\":\"cat\"}}");
        assertThat(pets.withName("rex").get().getSpec().species).isEqualTo("cat");
    }

    @Test
    void the_schema_is_asked(KubernetesClient client) {
        var old = rex();
        old.getSpec().age = -1;
        assertThatThrownBy(() -> client.resource(old).create())
                .isInstanceOfSatisfying(KubernetesClientException.class, refused -> {
                    assertThat(refused.getCode()).isEqualTo(422);
                    assertThat(refused.getStatus().getMessage())
                            .startsWith("Pet.example.com \"rex\" is invalid: ")
                            .contains("spec.age: Invalid value: -1: spec.age in body should be greater than or equal to"
                                    + " 0");
                });
    }

    @Test
    void objects_go_with_their_definition(Cluster cluster, KubernetesClient client) {
        client.resource(rex()).create();
        client.apiextensions()
                .v1()
                .customResourceDefinitions()
                .withName("pets.example.com")
                .delete();
        cluster.settle();
        assertThat(client.apiextensions()
                        .v1()
                        .customResourceDefinitions()
                        .list()
                        .getItems())
                .isEmpty();
        assertThat(client.supports(Pet.class)).isFalse();
    }
}
