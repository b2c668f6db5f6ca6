package io.kubelayers.nucleus.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kubelayers.nucleus.NucleusKinds;
import io.kubelayers.nucleus.core.ConfigMap;
import io.kubelayers.nucleus.meta.DynamicObject;
import io.kubelayers.nucleus.meta.KubernetesObject;
import io.kubelayers.nucleus.types.TypeRegistry;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class YamlReaderTest {
    private final Codec codec = Codec.of(TypeRegistry.of(NucleusKinds.ALL));

    @Test
    void documentsAreReadOneByOneAndEmptyOnesSkipped() {
        String text =
                """
                # a file as people write them
                ---
                apiVersion: v1
                kind: ConfigMap
                metadata: {name: a}
                --- # the next one
                # nothing but a comment
                ---
                null
                ---
                {"apiVersion": "v1", "kind": "ConfigMap", "metadata": {"name": "b"}}
                ...
                """;
        assertThat(names(codec.readAll(text, ReadOptions.strict()))).containsExactly("a", "b");
    }

    @Test
    void jsonObjectsMayFollowOneAnother() {
        String one = "{\"apiVersion\":\"v1\",\"kind\":\"ConfigMap\",\"metadata\":{\"name\":\"%s\"}}\n";
        String text = one.formatted("a") + one.formatted("b");
        assertThat(names(codec.readAll(text, ReadOptions.strict()))).containsExactly("a", "b");
        String dashed = one.formatted("c") + "---\n" + one.formatted("d");
        assertThat(names(codec.readAll(dashed, ReadOptions.strict()))).containsExactly("c", "d");
    }

    @Test
    void listsGiveTheirItems() {
        String text =
                """
                apiVersion: v1
                kind: List
                items:
                - {apiVersion: v1, kind: ConfigMap, metadata: {name: a}}
                - {apiVersion: v1, kind: Secret, metadata: {name: b}}
                ---
                apiVersion: v1
                kind: ConfigMapList
                metadata: {resourceVersion: "7"}
                items:
                - metadata: {name: c}
                - metadata: {name: d}
                """;
        List<KubernetesObject> objects = codec.readAll(text, ReadOptions.strict());
        assertThat(names(objects)).containsExactly("a", "b", "c", "d");
        assertThat(objects.get(3)).isInstanceOf(ConfigMap.class);
    }

    @Test
    void problemsInItemsAreToldByItemAndPlace() {
        String text =
                """
                apiVersion: v1
                kind: ConfigMapList
                items:
                - metadata: {name: c}
                - metadata: {name: d}
                  datta: {}
                """;
        assertThatThrownBy(() -> codec.readAll(text, ReadOptions.strict().named("list.yaml")))
                .isInstanceOf(StrictDecodingException.class)
                .hasMessage("list.yaml:6:3: unknown field \"datta\"");
    }

    @Test
    void anchorsAndMergeKeysSaveTyping() {
        String text =
                """
                base: &base {a: 1, b: 2}
                more: &more {b: 3, c: 4}
                same: *base
                merged: {<<: *base, b: own}
                both: {<<: [*base, *more], d: 5}
                late: {b: own, <<: *base}
                quoted: {"<<": plain}
                """;
        Map<String, @Nullable Object> tree = Codec.readTree(text, ReadOptions.strict());
        assertThat(tree.get("same")).isEqualTo(Map.of("a", 1L, "b", 2L));
        assertThat(tree.get("merged")).isEqualTo(Map.of("a", 1L, "b", "own"));
        assertThat(tree.get("both")).isEqualTo(Map.of("a", 1L, "b", 2L, "c", 4L, "d", 5L));
        assertThat(tree.get("late")).isEqualTo(Map.of("a", 1L, "b", "own"));
        assertThat(tree.get("quoted")).isEqualTo(Map.of("<<", "plain"));
    }

    @Test
    void keysBecomeStrings() {
        Map<String, @Nullable Object> tree =
                Codec.readTree("{1: a, yes: b, 1.5: c, 0x10: d, '2': e}", ReadOptions.strict());
        assertThat(tree).containsOnlyKeys("1", "true", "1.5", "16", "2");
        assertThatThrownBy(() -> Codec.readTree("~: a", ReadOptions.strict()))
                .hasMessage("1:1: unsupported map key: only strings, numbers and booleans can be keys");
    }

    @Test
    void aFlowMappingWithoutQuotesIsYamlToo() {
        String text = "{apiVersion: v1, kind: ConfigMap, metadata: {name: a}}";
        assertThat(codec.read(text)).isInstanceOf(ConfigMap.class);
    }

    @Test
    void kindsWithoutRecordAreDynamicIfAskedFor() {
        String text = "{apiVersion: example.com/v1, kind: Widget, metadata: {name: w}, spec: {size: 3}}";
        assertThatThrownBy(() -> codec.read(text))
                .isInstanceOf(UnknownKindException.class)
                .hasMessage("1:36: no kind \"Widget\" is registered for version \"example.com/v1\" in scheme");
        DynamicObject widget = (DynamicObject)
                codec.read(text, ReadOptions.strict().acceptingUnknownKinds()).value();
        assertThat(widget.apiVersion()).isEqualTo("example.com/v1");
        assertThat(widget.metadata().name()).isEqualTo("w");
        assertThat(widget.fields()).isEqualTo(Map.of("spec", Map.of("size", 3L)));
        assertThat(codec.toJson(widget))
                .isEqualTo("{\"apiVersion\":\"example.com/v1\",\"kind\":\"Widget\","
                        + "\"metadata\":{\"name\":\"w\"},\"spec\":{\"size\":3}}");
    }

    private static List<String> names(List<KubernetesObject> objects) {
        return objects.stream()
                .map(object -> String.valueOf(object.metadata().name()))
                .toList();
    }
}
