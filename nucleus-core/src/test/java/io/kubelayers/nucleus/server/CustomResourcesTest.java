package io.kubelayers.nucleus.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.kubelayers.nucleus.apiextensions.CustomResourceDefinition;
import io.kubelayers.nucleus.cluster.Cluster;
import io.kubelayers.nucleus.codec.Codec;
import io.kubelayers.nucleus.codec.ReadOptions;
import io.kubelayers.nucleus.errors.ApiException;
import io.kubelayers.nucleus.meta.DynamicObject;
import io.kubelayers.nucleus.meta.KubernetesObject;
import io.kubelayers.nucleus.types.ResourceType;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A definition makes a kind: served at once, gone when the definition goes. */
class CustomResourcesTest {
    private static final String DEFINITION =
            """
            apiVersion: apiextensions.k8s.io/v1
            kind: CustomResourceDefinition
            metadata: {name: crontabs.stable.example.com}
            spec:
              group: stable.example.com
              names: {plural: crontabs, singular: crontab, kind: CronTab, shortNames: [ct]}
              scope: Namespaced
              versions:
              - name: v1
                served: true
                storage: true
                subresources: {status: {}}
                schema: {openAPIV3Schema: {type: object, x-kubernetes-preserve-unknown-fields: true}}
            """;

    private static final String OBJECT =
            """
            apiVersion: stable.example.com/v1
            kind: CronTab
            metadata: {name: nightly, namespace: default}
            spec: {schedule: "0 3 * * *", replicas: 2}
            status: {ignored: true}
            """;

    @Test
    void objectsOfADefinedKindAreStoredAndListed() {
        try (var cluster = Cluster.builder().start()) {
            define(cluster);
            var created = (DynamicObject) cluster.client().create(read(cluster, OBJECT));

            assertThat(created.metadata().generation()).isEqualTo(1);
            assertThat(created.fields()).containsKey("spec").doesNotContainKey("status");
            assertThat(cluster.client().on(type(cluster)).list("default").items())
                    .containsExactly(created);
        }
    }

    @Test
    void theGenerationCountsChangesOfTheSpecAlone() {
        try (var cluster = Cluster.builder().start()) {
            define(cluster);
            cluster.client().create(read(cluster, OBJECT));
            var resources = cluster.client().on(type(cluster));

            resources.patch("default", "nightly", merge("{\"metadata\":{\"labels\":{\"a\":\"b\"}}}"));
            assertThat(resources.get("default", "nightly").metadata().generation())
                    .isEqualTo(1);

            resources.patch("default", "nightly", merge("{\"spec\":{\"replicas\":3}}"));
            assertThat(resources.get("default", "nightly").metadata().generation())
                    .isEqualTo(2);
        }
    }

    /** Upstream means to leave the metadata of a definition to others, but does not; nobody comes to own it so, however. */
    @Test
    void theStatusOfADefinitionBringsMetadata() {
        try (var cluster = Cluster.builder().start()) {
            define(cluster);
            var definitions = cluster.client().on(CustomResourceDefinition.class);
            var before = definitions.get("", "crontabs.stable.example.com");

            var after = definitions.updateStatus(
                    before.withMetadata(before.metadata().withLabels(Map.of("a", "b"))));

            assertThat(after.metadata().labels()).isEqualTo(Map.of("a", "b"));
            assertThat(after.metadata().managedFields())
                    .isEqualTo(before.metadata().managedFields());
        }
    }

    @Test
    void withoutTheDefinitionTheKindIsUnknown() {
        try (var cluster = Cluster.builder().start()) {
            define(cluster);
            var crontabs = type(cluster);
            cluster.client().on(CustomResourceDefinition.class).delete("", "crontabs.stable.example.com");
            var refused = catchThrowableOfType(
                    ApiException.class, () -> cluster.client().on(crontabs).list("default"));
            assertThat(refused.code()).isEqualTo(404);
        }
    }

    @Test
    void aForkServesTheKindToo() {
        try (var cluster = Cluster.builder().start()) {
            define(cluster);
            var fork = cluster.fork();
            assertThat(fork.types().resolve("crontabs")).isPresent();
        }
    }

    private static final String VERSIONS =
            """
            apiVersion: apiextensions.k8s.io/v1
            kind: CustomResourceDefinition
            metadata: {name: hats.stable.example.com}
            spec:
              group: stable.example.com
              names: {plural: hats, singular: hat, kind: Hat}
              scope: Namespaced
              versions:
              - name: v2
                served: true
                storage: true
                schema:
                  openAPIV3Schema:
                    type: object
                    properties: {spec: {type: object, properties: {size: {type: string}, rim: {type: string, default: wide}}}}
              - name: v1
                served: true
                storage: false
                schema:
                  openAPIV3Schema:
                    type: object
                    properties: {spec: {type: object, properties: {size: {type: string}, feather: {type: string, default: red}}}}
            """;

    @Test
    void objectsAreHeldInTheVersionForStorage() {
        try (var cluster = Cluster.builder().start()) {
            cluster.client().create(read(cluster, VERSIONS));
            var created = (DynamicObject)
                    cluster.client()
                            .create(
                                    read(
                                            cluster,
                                            """
                            apiVersion: stable.example.com/v1
                            kind: Hat
                            metadata: {name: top, namespace: default}
                            spec: {size: L}
                            """));
            var newer = cluster.types().resolve("hats").orElseThrow();
            var read = (DynamicObject) cluster.client().on(newer).get("default", "top");

            assertThat(created.apiVersion()).isEqualTo("stable.example.com/v1");
            assertThat(created.fields()).containsEntry("spec", Map.of("size", "L"));
            assertThat(read.apiVersion()).isEqualTo("stable.example.com/v2");
            assertThat(read.fields()).containsEntry("spec", Map.of("size", "L", "rim", "wide"));
        }
    }

    @Test
    void objectsGoWithADefinitionOfWhichNothingIsServed() {
        try (var cluster = Cluster.builder().start()) {
            define(cluster);
            cluster.client().create(read(cluster, OBJECT));
            var definitions = cluster.client().on(CustomResourceDefinition.class);
            definitions.patch(
                    "",
                    "crontabs.stable.example.com",
                    new Body.Patch(
                            Body.PatchType.JSON,
                            List.of(Map.of("op", "replace", "path", "/spec/versions/0/served", "value", false))));
            definitions.delete("", "crontabs.stable.example.com");

            define(cluster);
            assertThat(cluster.client().on(type(cluster)).list("default").items())
                    .isEmpty();
        }
    }

    private static void define(Cluster cluster) {
        cluster.client().create(read(cluster, DEFINITION));
    }

    private static KubernetesObject read(Cluster cluster, String yaml) {
        return Codec.of(cluster.types()).read(yaml, ReadOptions.strict()).value();
    }

    private static Body.Patch merge(String json) {
        return new Body.Patch(Body.PatchType.MERGE, Codec.readTree(json, ReadOptions.strict()));
    }

    private static ResourceType type(Cluster cluster) {
        return cluster.types().resolve("crontabs").orElseThrow();
    }
}
