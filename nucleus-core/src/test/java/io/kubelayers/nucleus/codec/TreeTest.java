package io.kubelayers.nucleus.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class TreeTest {
    private final Map<String, @Nullable Object> tree =
            Codec.readTree("{spec: {replicas: 3, names: [a, b]}, kind: X}", ReadOptions.strict());

    @Test
    void valuesAreFoundByTheNamesThatLeadToThem() {
        assertThat(Tree.get(tree, "spec", "replicas")).isEqualTo(3L);
        assertThat(Tree.get(tree, "spec", "nothing", "deeper")).isNull();
        assertThat(Tree.get(tree, "kind", "deeper")).isNull();
        assertThat(Tree.text(tree, "kind")).isEqualTo("X");
        assertThat(Tree.text(tree, "spec", "replicas")).isEmpty();
        assertThat(Tree.list(Tree.get(tree, "spec", "names"))).containsExactly("a", "b");
        assertThat(Tree.map(tree.get("spec"))).containsOnlyKeys("replicas", "names");
        assertThat(Tree.list(null)).isEmpty();
        assertThat(Tree.map("x")).isEmpty();
    }

    @Test
    void treesAreNeverChanged() {
        assertThatThrownBy(() -> tree.put("a", 1)).isInstanceOf(UnsupportedOperationException.class);
        assertThatThrownBy(() -> Tree.list(Tree.get(tree, "spec", "names")).add("c"))
                .isInstanceOf(UnsupportedOperationException.class);
    }

    @Test
    void aCopyIsIndependentAndHoldsNumbersInOneWay() {
        List<@Nullable Object> items = new ArrayList<>(List.of(1, 2.5f, (short) 3, "x"));
        items.add(null);
        Map<String, @Nullable Object> original = new HashMap<>();
        original.put("items", items);
        Object copy = Tree.copyOf(original);
        items.clear();
        assertThat(Tree.list(Tree.get(copy, "items"))).containsExactly(1L, 2.5, 3L, "x", null);
    }
}
