package io.kubelayers.nucleus.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kubelayers.nucleus.NucleusKinds;
import io.kubelayers.nucleus.core.ConfigMap;
import io.kubelayers.nucleus.core.ConfigMapBuilder;
import io.kubelayers.nucleus.core.ContainerBuilder;
import io.kubelayers.nucleus.core.Pod;
import io.kubelayers.nucleus.core.PodBuilder;
import io.kubelayers.nucleus.core.PodConditionBuilder;
import io.kubelayers.nucleus.core.PodSpecBuilder;
import io.kubelayers.nucleus.core.PodStatusBuilder;
import io.kubelayers.nucleus.core.Secret;
import io.kubelayers.nucleus.core.SecretBuilder;
import io.kubelayers.nucleus.meta.KubernetesObject;
import io.kubelayers.nucleus.meta.ListMeta;
import io.kubelayers.nucleus.meta.ObjectList;
import io.kubelayers.nucleus.meta.ObjectMetaBuilder;
import io.kubelayers.nucleus.types.ResourceType;
import io.kubelayers.nucleus.types.TypeRegistry;
import io.kubelayers.nucleus.value.Bytes;
import io.kubelayers.nucleus.value.Quantity;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** JSON byte for byte as upstream's serializer writes it. */
class JsonTextTest {
    private final TypeRegistry types = TypeRegistry.of(NucleusKinds.ALL);
    private final Codec codec = Codec.of(types);

    @Test
    void kindComesFirstThenFieldsInDeclarationOrder() {
        Pod pod = PodBuilder.builder()
                .metadata(ObjectMetaBuilder.builder()
                        .name("web")
                        .namespace("shop")
                        .creationTimestamp(Instant.parse("2026-01-02T03:04:05.678Z"))
                        .labels(Map.of("b", "2", "a", "1"))
                        .build())
                .spec(PodSpecBuilder.builder()
                        .containers(List.of(ContainerBuilder.builder()
                                .name("c")
                                .image("nginx")
                                .build()))
                        .build())
                .build();
        assertThat(codec.toJson(pod))
                .isEqualTo(
                        "{\"kind\":\"Pod\",\"apiVersion\":\"v1\",\"metadata\":{\"name\":\"web\",\"namespace\":\"shop\","
                                + "\"creationTimestamp\":\"2026-01-02T03:04:05Z\",\"labels\":{\"a\":\"1\",\"b\":\"2\"}},"
                                + "\"spec\":{\"containers\":[{\"name\":\"c\",\"image\":\"nginx\",\"resources\":{}}]},"
                                + "\"status\":{}}");
    }

    @Test
    void requiredListsAndTimesOfConditionsAreNullWhenUnset() {
        Pod pod = PodBuilder.builder()
                .status(PodStatusBuilder.builder()
                        .conditions(List.of(PodConditionBuilder.builder()
                                .type("Ready")
                                .status("False")
                                .build()))
                        .build())
                .build();
        assertThat(codec.toJson(pod))
                .isEqualTo("{\"kind\":\"Pod\",\"apiVersion\":\"v1\",\"metadata\":{},\"spec\":{\"containers\":null},"
                        + "\"status\":{\"conditions\":[{\"type\":\"Ready\",\"status\":\"False\",\"lastProbeTime\":null,"
                        + "\"lastTransitionTime\":null}]}}");
    }

    @Test
    void charactersThatHtmlKnowsAreEscaped() {
        ConfigMap config = ConfigMapBuilder.builder()
                .data(Map.of("k", "<a href=\"x\">&\u2028\t\u0001\\ é☃😀"))
                .build();
        assertThat(codec.toJson(config))
                .endsWith("\"data\":{\"k\":\"\\u003ca href=\\\"x\\\"\\u003e\\u0026\\u2028\\t\\u0001\\\\ é☃😀\"}}");
    }

    @Test
    void bytesAreBase64AndQuantitiesCanonical() {
        Secret secret =
                SecretBuilder.builder().data(Map.of("k", Bytes.utf8("hello"))).build();
        assertThat(codec.toJson(secret)).endsWith("\"data\":{\"k\":\"aGVsbG8=\"}}");
        Pod pod = codec.read(
                "{apiVersion: v1, kind: Pod, spec: {overhead: {cpu: 0.5, memory: 1024Mi, a: 1e3}}}", Pod.class);
        assertThat(pod.spec().overhead().get("cpu")).isEqualTo(Quantity.parse("500m"));
        assertThat(codec.toJson(pod)).contains("\"overhead\":{\"a\":\"1k\",\"cpu\":\"500m\",\"memory\":\"1Gi\"}");
    }

    @Test
    void itemsOfAListDoNotSayTheirKindAgain() {
        ObjectList<ConfigMap> list = new ObjectList<>(
                new ListMeta(null, "42", null, null),
                List.of(ConfigMapBuilder.builder()
                        .metadata(ObjectMetaBuilder.builder().name("a").build())
                        .build()));
        assertThat(codec.toJson(list, types.byClass(ConfigMap.class).orElseThrow()))
                .isEqualTo(
                        "{\"kind\":\"ConfigMapList\",\"apiVersion\":\"v1\",\"metadata\":{\"resourceVersion\":\"42\"},"
                                + "\"items\":[{\"metadata\":{\"name\":\"a\"}}]}");
        assertThat(codec.toJson(
                        new ObjectList<ConfigMap>(ListMeta.EMPTY, List.of()),
                        types.resolve("cm").orElseThrow()))
                .endsWith("\"metadata\":{},\"items\":[]}");
    }

    @Test
    void aListReadsBack() {
        ResourceType type = types.byClass(ConfigMap.class).orElseThrow();
        ObjectList<KubernetesObject> list = new ObjectList<>(
                new ListMeta(null, "42", "more", 7L),
                List.of(ConfigMapBuilder.builder().data(Map.of("a", "1")).build()));
        String json = codec.toJson(list, type);
        assertThat(codec.readList(json, type, ReadOptions.strict()).value()).isEqualTo(list);
        assertThat(codec.readList(codec.toYaml(list, type), type, ReadOptions.strict())
                        .value())
                .isEqualTo(list);
        assertThatThrownBy(() -> codec.readList("{}", type, ReadOptions.strict()))
                .hasMessage("expected a ConfigMapList");
    }

    @Test
    void jsonForPeopleIsIndented() {
        Map<String, @Nullable Object> tree =
                Codec.readTree("{a: 1, b: [x, {c: null}], d: {}, e: []}", ReadOptions.strict());
        assertThat(Codec.prettyJson(tree))
                .isEqualTo(
                        """
                        {
                            "a": 1,
                            "b": [
                                "x",
                                {
                                    "c": null
                                }
                            ],
                            "d": {},
                            "e": []
                        }""");
    }

    @Test
    void treesAreWhatTheTextReadsAs() {
        Pod pod = codec.read(
                "{apiVersion: v1, kind: Pod, metadata: {name: a, generation: 3}, spec: {priority: 7}}", Pod.class);
        Map<String, @Nullable Object> tree = codec.toTree(pod);
        assertThat(tree.keySet()).containsExactly("kind", "apiVersion", "metadata", "spec", "status");
        assertThat(tree).isEqualTo(Codec.readTree(codec.toJson(pod), ReadOptions.strict()));
        assertThat(Tree.get(tree, "spec", "priority")).isEqualTo(7L);
        assertThat(Tree.text(tree, "metadata", "name")).isEqualTo("a");
        assertThat(Tree.get(tree, "spec", "priority", "more")).isNull();
    }
}
