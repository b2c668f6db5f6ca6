package io.kubelayers.nucleus.apply;

import static org.assertj.core.api.Assertions.assertThat;

import io.kubelayers.nucleus.core.Pod;
import io.kubelayers.nucleus.errors.ApiException;
import io.kubelayers.nucleus.patch.PodTrees;
import java.time.Instant;
import java.util.Map;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jspecify.annotations.Nullable;

/** What holds of applying any pods one after another. */
class ServerSideApplyLawsTest {
    private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");
    private static final Shape PODS = Shape.of(Pod.class);
    private static final ServerSideApply APPLY = ServerSideApply.of(PODS, "v1");

    @Provide
    Arbitrary<Map<String, @Nullable Object>> pods() {
        return PodTrees.pods();
    }

    private static Applied apply(Applied live, Map<String, @Nullable Object> config, String manager) {
        var result = APPLY.apply(live, config, manager, false, NOW);
        return Applied.of(result.object(), result.managedFields());
    }

    @Property(tries = 300)
    void applyingTwiceIsApplyingOnce(@ForAll("pods") Map<String, @Nullable Object> config) {
        var once = apply(Applied.nothing(), config, "alice");
        assertThat(apply(once, config, "alice")).isEqualTo(once);
    }

    /** Alone, an applier always gets what it applied last. */
    @Property(tries = 300)
    void whoIsAloneGetsWhatItApplies(
            @ForAll("pods") Map<String, @Nullable Object> first, @ForAll("pods") Map<String, @Nullable Object> second) {
        var result = apply(apply(Applied.nothing(), first, "alice"), second, "alice");
        assertThat(Fields.of(PODS, result.object())).isEqualTo(Fields.of(PODS, second));
        assertThat(Comparison.of(PODS, result.object(), second).modified().isEmpty())
                .isTrue();
    }

    /** Two appliers: either the second conflicts, or both have all that they applied. */
    @Property(tries = 500)
    void twoGetBothOrConflict(
            @ForAll("pods") Map<String, @Nullable Object> first, @ForAll("pods") Map<String, @Nullable Object> second) {
        var live = apply(Applied.nothing(), first, "alice");
        try {
            var both = apply(live, second, "bob");
            assertThat(Comparison.of(PODS, first, both.object()).modified().isEmpty())
                    .isTrue();
            assertThat(Comparison.of(PODS, first, both.object()).removed().isEmpty())
                    .isTrue();
            assertThat(Comparison.of(PODS, second, both.object()).removed().isEmpty())
                    .isTrue();
        } catch (ApiException conflict) {
            assertThat(conflict.code()).isEqualTo(409);
            assertThat(Comparison.of(PODS, first, second).modified().isEmpty()).isFalse();
        }
    }

    /** Who forces gets all, and the other keeps no field that has another value. */
    @Property(tries = 300)
    void forceTakesOver(
            @ForAll("pods") Map<String, @Nullable Object> first, @ForAll("pods") Map<String, @Nullable Object> second) {
        var live = apply(Applied.nothing(), first, "alice");
        var forced = APPLY.apply(live, second, "bob", true, NOW);
        assertThat(Comparison.of(PODS, second, forced.object()).modified().isEmpty())
                .isTrue();
        var contested = Comparison.of(PODS, first, second).modified();
        for (var entry : forced.managedFields()) {
            if ("alice".equals(entry.manager())) {
                assertThat(FieldSet.read(entry.fieldsV1())
                                .intersection(contested)
                                .isEmpty())
                        .isTrue();
            }
        }
    }
}
