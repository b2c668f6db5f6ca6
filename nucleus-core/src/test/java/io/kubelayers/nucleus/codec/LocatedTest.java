package io.kubelayers.nucleus.codec;

import static org.assertj.core.api.Assertions.assertThat;

import io.kubelayers.nucleus.NucleusKinds;
import io.kubelayers.nucleus.types.TypeRegistry;
import org.junit.jupiter.api.Test;

/** Objects that remember where they stood. */
class LocatedTest {
    private static final String TWO =
            """
            # the shop
            apiVersion: v1
            kind: ConfigMap
            metadata:
              name: a
            ---
            apiVersion: v1
            kind: List
            items:
            - apiVersion: v1
              kind: Pod
              metadata: {name: b}
              spec:
                containers:
                - name: main
                  image: app
            """;

    @Test
    void documentsAndItemsOfListsAndTheirFieldsHavePlaces() {
        var objects = Codec.of(TypeRegistry.of(NucleusKinds.ALL))
                .readAllLocated(TWO, ReadOptions.strict().named("shop.yaml"));

        assertThat(objects.get(0).location()).hasToString("shop.yaml:2:1");
        assertThat(objects.get(0).location("metadata.name")).hasToString("shop.yaml:5:3");
        assertThat(objects.get(1).location()).hasToString("shop.yaml:10:3");
        assertThat(objects.get(1).location("spec.containers[0].image")).hasToString("shop.yaml:16:7");
        // what is missing belongs to what is around it
        assertThat(objects.get(1).location("spec.containers[0].resources.requests[cpu]"))
                .hasToString("shop.yaml:15:7");
    }

    @Test
    void aFieldOfTheOnlyDocumentIsFoundByItsPath() {
        assertThat(Codec.locate("a:\n- b: 1\n- c: 2\n", ReadOptions.strict(), "a[1].c"))
                .hasToString("3:3");
    }
}
