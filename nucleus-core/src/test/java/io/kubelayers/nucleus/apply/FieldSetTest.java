package io.kubelayers.nucleus.apply;

import static org.assertj.core.api.Assertions.assertThat;

import io.kubelayers.nucleus.core.Pod;
import io.kubelayers.nucleus.patch.PodTrees;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jspecify.annotations.Nullable;

/** Sets of fields are sets, and survive being written. */
class FieldSetTest {
    private static final Shape PODS = Shape.of(Pod.class);

    @Provide
    Arbitrary<FieldSet> sets() {
        return PodTrees.pods().map(pod -> Fields.of(PODS, pod));
    }

    @Provide
    Arbitrary<Map<String, @Nullable Object>> pods() {
        return PodTrees.pods();
    }

    @Example
    void itemsAreNamedByTheirKeys() {
        var pod = Map.of("spec", Map.of("containers", List.of(Map.of("name", "web", "image", "i"))));
        assertThat(Fields.of(PODS, pod).paths())
                .containsExactly(
                        ".spec.containers[name=\"web\"]",
                        ".spec.containers[name=\"web\"].image",
                        ".spec.containers[name=\"web\"].name");
    }

    @Property(tries = 300)
    void unionIntersectionAndDifferenceAddUp(@ForAll("sets") FieldSet a, @ForAll("sets") FieldSet b) {
        assertThat(a.union(b)).isEqualTo(b.union(a));
        assertThat(a.intersection(b)).isEqualTo(b.intersection(a));
        assertThat(a.difference(b).union(a.intersection(b))).isEqualTo(a);
        assertThat(a.difference(b).intersection(b).isEmpty()).isTrue();
        assertThat(a.union(b).difference(b)).isEqualTo(a.difference(b));
    }

    @Property(tries = 300)
    void writtenSetsReadTheSame(@ForAll("sets") FieldSet set) {
        assertThat(FieldSet.read(set.toTree())).isEqualTo(set);
    }

    /** A comparison finds what is in one only, and what differs; both ways it is the mirror image. */
    @Property(tries = 300)
    void comparisonsAreMirrorImages(
            @ForAll("pods") Map<String, @Nullable Object> one, @ForAll("pods") Map<String, @Nullable Object> other) {
        var there = Comparison.of(PODS, one, other);
        var back = Comparison.of(PODS, other, one);
        assertThat(there.added()).isEqualTo(back.removed());
        assertThat(there.removed()).isEqualTo(back.added());
        assertThat(there.modified()).isEqualTo(back.modified());
        assertThat(Comparison.of(PODS, one, Map.copyOf(one)).isSame()).isTrue();
    }
}
