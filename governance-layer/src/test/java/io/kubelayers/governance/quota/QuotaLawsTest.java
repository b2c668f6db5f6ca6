package io.kubelayers.governance.quota;

import static io.kubelayers.governance.quota.Quotas.container;
import static io.kubelayers.governance.quota.Quotas.pod;
import static io.kubelayers.governance.quota.Quotas.quota;
import static io.kubelayers.nucleus.resources.ResourceList.of;
import static org.assertj.core.api.Assertions.assertThat;

import io.kubelayers.nucleus.core.Container;
import io.kubelayers.nucleus.core.Pod;
import io.kubelayers.nucleus.resources.ResourceList;
import io.kubelayers.nucleus.value.Quantity;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/**
 * What holds for every quota:
 *
 * <ul>
 *   <li>the use of a namespace is the sum of what its objects are charged for
 *   <li>however writes come, use never exceeds the limits, and it is what was admitted
 *   <li>a write that changes nothing is free; a refused write changes nothing
 * </ul>
 */
class QuotaLawsTest {
    private static final Instant NOW = Instant.EPOCH;
    private static final GroupResource PODS = GroupResource.of(Pod.class);

    @Property
    void theWholeIsTheSumOfItsParts(@ForAll("pods") List<Pod> pods, @ForAll("hard") Map<String, Quantity> hard) {
        var usage = QuotaMath.calculate(quota("q", hard, Map.of()), Map.of(PODS, pods), NOW);

        Map<String, Quantity> sum = ResourceList.sub(hard, hard);
        for (var pod : pods) {
            sum = ResourceList.add(sum, ResourceList.only(QuotaMath.usage(pod, NOW), hard.keySet()));
        }
        assertThat(usage.used()).isEqualTo(sum);
    }

    @Property
    void useIsAdditiveAndFreeOfOrder(
            @ForAll("pods") List<Pod> some,
            @ForAll("pods") List<Pod> others,
            @ForAll("hard") Map<String, Quantity> hard,
            @ForAll Random random) {
        var quota = quota("q", hard, Map.of());
        var all = new ArrayList<>(some);
        all.addAll(others);
        Collections.shuffle(all, random);

        assertThat(QuotaMath.calculate(quota, Map.of(PODS, all), NOW).used())
                .isEqualTo(ResourceList.add(
                        QuotaMath.calculate(quota, Map.of(PODS, some), NOW).used(),
                        QuotaMath.calculate(quota, Map.of(PODS, others), NOW).used()));
    }

    @Property
    void useNeverExceedsTheLimits(@ForAll("pods") List<Pod> pods, @ForAll("hard") Map<String, Quantity> hard) {
        var quota = quota("q", hard, ResourceList.sub(hard, hard));
        var admitted = new ArrayList<Pod>();
        for (var pod : pods) {
            var decision = QuotaMath.admit(QuotaRequest.create(pod), List.of(quota), NOW);
            if (decision.allowed()) {
                admitted.add(pod);
            } else {
                assertThat(decision.updates()).isEmpty();
            }
            for (var update : decision.updates()) {
                quota = update;
            }
            assertThat(ResourceList.exceeding(quota.status().used(), hard)).isEmpty();
        }

        var counted = QuotaMath.calculate(quota, Map.of(PODS, admitted), NOW);
        assertThat(quota.status().used()).isEqualTo(counted.used());
        assertThat(counted.changes()).isFalse();
    }

    @Property
    void aWriteThatChangesNothingIsFree(@ForAll("pods") List<Pod> pods, @ForAll("hard") Map<String, Quantity> hard) {
        var full = quota("q", hard, hard);
        for (var pod : pods) {
            var stored = pod.withMetadata(pod.metadata().withResourceVersion("1"));
            var decision = QuotaMath.admit(QuotaRequest.update(stored, stored), List.of(full), NOW);
            assertThat(decision.allowed()).isTrue();
            assertThat(decision.updates()).isEmpty();
        }
    }

    @Provide
    Arbitrary<List<Pod>> pods() {
        var amounts = Arbitraries.integers().between(0, 900);
        var containers = Combinators.combine(Arbitraries.of("a", "b"), amounts, amounts, Arbitraries.of(true, false))
                .as((name, cpu, memory, limited) -> {
                    var stated = of("cpu", cpu + "m", "memory", memory + "Mi");
                    return container(name, stated, limited ? stated : Map.of());
                });
        return containers
                .list()
                .ofMinSize(1)
                .ofMaxSize(2)
                .map(some -> pod("p", some.toArray(Container[]::new)))
                .list()
                .ofMaxSize(8);
    }

    @Provide
    Arbitrary<Map<String, Quantity>> hard() {
        var names = Arbitraries.of("cpu", "requests.cpu", "memory", "limits.memory", "pods", "count/pods");
        return Arbitraries.maps(names, Arbitraries.integers().between(0, 5))
                .ofMinSize(1)
                .ofMaxSize(4)
                .map(limits -> {
                    var hard = new TreeMap<String, Quantity>();
                    limits.forEach((name, amount) ->
                            hard.put(name, Quantity.parse(name.contains("memory") ? amount + "Gi" : "" + amount)));
                    return hard;
                });
    }
}
