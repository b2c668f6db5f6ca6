package io.kubelayers.nucleus.affinity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kubelayers.golden.Golden;
import io.kubelayers.golden.GoldenCase;
import io.kubelayers.golden.NewerWording;
import io.kubelayers.nucleus.core.Node;
import io.kubelayers.nucleus.core.NodeBuilder;
import io.kubelayers.nucleus.core.NodeSelector;
import io.kubelayers.nucleus.core.NodeSelectorRequirement;
import io.kubelayers.nucleus.core.NodeSelectorTerm;
import io.kubelayers.nucleus.core.PreferredSchedulingTerm;
import io.kubelayers.nucleus.core.Taint;
import io.kubelayers.nucleus.core.Toleration;
import io.kubelayers.nucleus.meta.ObjectMetaBuilder;
import io.kubelayers.nucleus.validation.InvalidFieldsException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;

/** Every recorded answer of upstream's node affinity, taints and tolerations. */
@Tag("golden")
class NodeAffinityGoldenTest {

    @TestFactory
    Stream<DynamicTest> cases() {
        return Golden.topic("nodeaffinity").tests(c -> {
            switch (c.text("op")) {
                case "required" -> required(c);
                case "preferred" -> preferred(c);
                case "taints" -> taints(c);
                default -> throw new IllegalArgumentException("unknown op " + c.text("op"));
            }
        });
    }

    private static void required(GoldenCase c) {
        var selector = c.has("required") ? selector(c.get("required")) : null;
        var affinity = RequiredNodeAffinity.of(texts(c.get("nodeSelector")), selector);
        var results = c.list("results");
        for (int i = 0; i < results.size(); i++) {
            var answer = affinity.explain(nodes(c).get(i));
            assertThat(answer.matches()).as("node %s", i).isEqualTo(at(results.get(i), "match"));
            assertThat(InvalidFieldsException.text(answer.errors()))
                    .as("node %s", i)
                    .isEqualTo(NewerWording.ofLabels(text(results.get(i), "err")));
        }
        if (selector != null && c.has("parseErr")) {
            assertThatThrownBy(() -> NodeSelection.of(selector))
                    .isInstanceOf(InvalidFieldsException.class)
                    .hasMessage(NewerWording.ofLabels(c.text("parseErr")));
        } else if (selector != null) {
            assertThat(NodeSelection.of(selector).errors()).isEmpty();
        }
    }

    private static void preferred(GoldenCase c) {
        var terms = list(
                c.get("terms"),
                each -> new PreferredSchedulingTerm(
                        ((Long) at(each, "weight")).intValue(), term(at(each, "preference"))));
        if (c.has("err")) {
            assertThatThrownBy(() -> PreferredNodeAffinity.of(terms))
                    .isInstanceOf(InvalidFieldsException.class)
                    .hasMessage(NewerWording.ofLabels(c.text("err")));
            return;
        }
        var affinity = PreferredNodeAffinity.of(terms);
        assertThat(nodes(c).stream().map(affinity::score).toList()).isEqualTo(c.list("scores"));
        assertThat(nodes(c).stream().map(node -> affinity.explain(node).score()).toList())
                .isEqualTo(c.list("scores"));
    }

    private static void taints(GoldenCase c) {
        var tolerations = list(
                c.get("tolerations"),
                each -> new Toleration(
                        text(each, "key"), text(each, "operator"), text(each, "value"), text(each, "effect"), (Long)
                                at(each, "tolerationSeconds")));
        var taints = list(c.get("taints"), NodeAffinityGoldenTest::taint);
        var rule = TaintToleration.standard();
        assertThat(taints.stream()
                        .map(taint -> rule.tolerates(tolerations, taint))
                        .toList())
                .isEqualTo(c.list("tolerated"));
        var decision = rule.explain(taints, tolerations);
        assertThat(decision.tolerated()).isEqualTo(!c.flag("untolerated"));
        assertThat(decision.untolerated())
                .isEqualTo(Optional.ofNullable(c.get("firstUntolerated")).map(NodeAffinityGoldenTest::taint));
    }

    private static List<Node> nodes(GoldenCase c) {
        return list(c.get("nodes"), each -> NodeBuilder.builder()
                .metadata(ObjectMetaBuilder.builder()
                        .name(text(each, "name"))
                        .labels(texts(at(each, "labels")))
                        .build())
                .build());
    }

    private static NodeSelector selector(@Nullable Object tree) {
        return new NodeSelector(list(at(tree, "nodeSelectorTerms"), NodeAffinityGoldenTest::term));
    }

    private static NodeSelectorTerm term(@Nullable Object tree) {
        return new NodeSelectorTerm(
                list(at(tree, "matchExpressions"), NodeAffinityGoldenTest::requirement),
                list(at(tree, "matchFields"), NodeAffinityGoldenTest::requirement));
    }

    private static NodeSelectorRequirement requirement(Object tree) {
        return new NodeSelectorRequirement(
                text(tree, "key"), text(tree, "operator"), list(at(tree, "values"), String.class::cast));
    }

    private static Taint taint(Object tree) {
        return new Taint(text(tree, "key"), text(tree, "value"), text(tree, "effect"), null);
    }

    private static Map<String, String> texts(@Nullable Object tree) {
        var texts = new TreeMap<String, String>();
        if (tree instanceof Map<?, ?> map) {
            map.forEach((key, value) -> texts.put((String) key, (String) value));
        }
        return texts;
    }

    private static <T> List<T> list(@Nullable Object tree, Function<Object, T> item) {
        return tree instanceof List<?> list ? list.stream().<T>map(item::apply).toList() : List.of();
    }

    private static String text(@Nullable Object tree, String field) {
        return at(tree, field) instanceof String text ? text : "";
    }

    private static @Nullable Object at(@Nullable Object tree, String field) {
        return tree instanceof Map<?, ?> map ? map.get(field) : null;
    }
}
