package io.kubelayers.nucleus.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.TreeMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.pcollections.TreePMap;

class SortedValuesTest {
    @Property
    void areTheValuesInTheOrderOfTheKeysHoweverTheyAreRead(@ForAll List<Integer> keys) {
        var naive = new TreeMap<Integer, String>();
        TreePMap<Integer, String> map = TreePMap.empty();
        for (var key : keys) {
            naive.put(key, "v" + key);
            map = map.plus(key, "v" + key);
        }
        var expected = List.copyOf(naive.values());

        var values = new SortedValues<>(map);

        assertThat(values).hasSize(expected.size());
        for (int walk = 0; walk < 3; walk++) {
            assertThat(List.copyOf(values)).isEqualTo(expected);
            assertThat(values.iterator()).toIterable().isEqualTo(expected);
        }
        for (int i = 0; i < expected.size(); i++) {
            assertThat(values.get(i)).isEqualTo(expected.get(i));
        }
    }

    @Test
    void cannotBeChanged() {
        var values = new SortedValues<>(TreePMap.singleton("a", "b"));

        assertThatThrownBy(() -> values.remove(0)).isInstanceOf(UnsupportedOperationException.class);
        assertThatThrownBy(() -> values.iterator().remove())
                .isInstanceOfAny(UnsupportedOperationException.class, IllegalStateException.class);
    }
}
