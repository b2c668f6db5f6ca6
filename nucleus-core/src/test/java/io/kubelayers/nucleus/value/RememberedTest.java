package io.kubelayers.nucleus.value;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class RememberedTest {
    private final List<List<String>> asked = new ArrayList<>();
    private final Remembered<List<String>, List<String>> sorted = new Remembered<>(list -> {
        asked.add(list);
        return list.stream().sorted().toList();
    });

    @Test
    void theSameValueIsAskedAboutOnceAndGivesTheSameResult() {
        var value = List.of("b", "a");
        var first = sorted.apply(value);

        assertThat(first).containsExactly("a", "b");
        assertThat(sorted.apply(value)).isSameAs(first);
        assertThat(asked).hasSize(1);
    }

    @Test
    void anEqualValueIsAnotherOne() {
        sorted.apply(new ArrayList<>(List.of("b", "a")));
        sorted.apply(new ArrayList<>(List.of("b", "a")));

        assertThat(asked).hasSize(2);
    }

    @Property
    void itAnswersAsTheFunctionDoesInWhicheverOrderItIsAsked(@ForAll List<@IntRange(max = 3) Integer> order) {
        var values = List.of(List.of("b", "a"), List.of("c", "b"), List.of("a"), List.<String>of());
        for (var place : order) {
            var value = values.get(place);
            assertThat(sorted.apply(value)).isEqualTo(value.stream().sorted().toList());
        }
    }
}
