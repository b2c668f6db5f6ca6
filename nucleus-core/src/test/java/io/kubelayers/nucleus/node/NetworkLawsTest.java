package io.kubelayers.nucleus.node;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

/** Addresses: nobody shares one, and numbers of nodes give ranges that do not overlap. */
class NetworkLawsTest {
    @Property(tries = 200)
    void connectedPodsHaveDifferentPlaces(@ForAll @Size(max = 60) List<@IntRange(min = -9, max = 9) Integer> steps) {
        var range = PodRange.EMPTY;
        Map<String, Integer> held = new HashMap<>();
        for (int step : steps) {
            var pod = "pod-" + Math.abs(step);
            if (step < 0) {
                range = range.detach(pod);
                held.remove(pod);
            } else if (!held.containsKey(pod)) {
                range = range.attach(pod, 6);
                var place = range.byPod().get(pod);
                if (held.size() < 6) {
                    assertThat(place).isBetween(2, 7);
                    held.put(pod, place);
                } else {
                    assertThat(place).isNull();
                }
            }
            assertThat(new HashSet<>(held.values())).hasSameSizeAs(held.values());
            assertThat(Map.copyOf(range.byPod())).isEqualTo(held);
        }
    }

    @Property(tries = 200)
    void nodesHaveDifferentRanges(@ForAll @IntRange(max = 50_000) int one, @ForAll @IntRange(max = 50_000) int other) {
        assertThat(NodeNumbers.podCidr(one).equals(NodeNumbers.podCidr(other))).isEqualTo(one == other);
        assertThat(NodeNumbers.address(one).equals(NodeNumbers.address(other))).isEqualTo(one == other);
    }
}
