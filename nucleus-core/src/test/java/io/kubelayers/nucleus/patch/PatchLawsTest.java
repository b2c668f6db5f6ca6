package io.kubelayers.nucleus.patch;

import static org.assertj.core.api.Assertions.assertThat;

import io.kubelayers.nucleus.core.Pod;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jspecify.annotations.Nullable;

/** What holds of patches between any two pods. */
class PatchLawsTest {
    private static final PatchSchema PODS = PatchSchema.of(Pod.class);

    @Provide
    Arbitrary<Map<String, @Nullable Object>> pods() {
        return PodTrees.pods();
    }

    /** Applying the difference gives the other pod, list orders included. */
    @Property(tries = 500)
    void aStrategicDifferenceLeadsThere(
            @ForAll("pods") Map<String, @Nullable Object> from, @ForAll("pods") Map<String, @Nullable Object> to) {
        var patch = StrategicMergePatch.create(from, to, PODS);
        assertThat(withoutEmpty(StrategicMergePatch.apply(from, patch, PODS))).isEqualTo(withoutEmpty(to));
    }

    /** What does not differ needs no patch. */
    @Property(tries = 200)
    void nothingDiffersFromItself(@ForAll("pods") Map<String, @Nullable Object> pod) {
        assertThat(StrategicMergePatch.create(pod, pod, PODS)).isEmpty();
        assertThat(MergePatch.create(pod, pod)).isEqualTo(Map.of());
    }

    /** A patch that was applied changes nothing when applied again. */
    @Property(tries = 200)
    void patchingTwiceIsPatchingOnce(
            @ForAll("pods") Map<String, @Nullable Object> from, @ForAll("pods") Map<String, @Nullable Object> to) {
        var patch = StrategicMergePatch.create(from, to, PODS);
        var once = StrategicMergePatch.apply(from, patch, PODS);
        assertThat(StrategicMergePatch.apply(once, patch, PODS)).isEqualTo(once);
    }

    /** The same for merge patches, of any two trees without nulls. */
    @Property(tries = 300)
    void aMergeDifferenceLeadsThere(
            @ForAll("pods") Map<String, @Nullable Object> from, @ForAll("pods") Map<String, @Nullable Object> to) {
        assertThat(MergePatch.apply(from, MergePatch.create(from, to))).isEqualTo(to);
    }

    /** When nobody else changed anything, three ways are two. */
    @Property(tries = 300)
    void withoutOthersThreeWaysAreTwo(
            @ForAll("pods") Map<String, @Nullable Object> from, @ForAll("pods") Map<String, @Nullable Object> to) {
        var patch = StrategicMergePatch.createThreeWay(from, to, from, PODS, false);
        assertThat(withoutEmpty(StrategicMergePatch.apply(from, patch, PODS))).isEqualTo(withoutEmpty(to));
    }

    /** Arguments stay as they are. */
    @Property(tries = 200)
    void patchesLeaveTheirArgumentsAlone(
            @ForAll("pods") Map<String, @Nullable Object> from, @ForAll("pods") Map<String, @Nullable Object> to) {
        var before = Values.copyMap(from);
        var patch = StrategicMergePatch.create(from, to, PODS);
        var written = Values.copyMap(patch);
        StrategicMergePatch.apply(from, patch, PODS);
        assertThat(from).isEqualTo(before);
        assertThat(patch).isEqualTo(written);
    }

    /** Lists and objects from which all was removed stay behind empty. */
    private static @Nullable Object withoutEmpty(@Nullable Object tree) {
        if (tree instanceof Map<?, ?> map) {
            var kept = new java.util.LinkedHashMap<Object, @Nullable Object>();
            map.forEach((name, value) -> {
                var inner = withoutEmpty(value);
                if (!(inner instanceof Map<?, ?> members && members.isEmpty())
                        && !(inner instanceof List<?> items && items.isEmpty())) {
                    kept.put(name, inner);
                }
            });
            return kept;
        } else if (tree instanceof List<?> list) {
            return list.stream().map(PatchLawsTest::withoutEmpty).toList();
        }
        return tree;
    }
}
