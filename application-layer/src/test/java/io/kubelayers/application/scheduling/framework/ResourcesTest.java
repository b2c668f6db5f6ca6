package io.kubelayers.application.scheduling.framework;

import static org.assertj.core.api.Assertions.assertThat;

import io.kubelayers.application.scheduling.APod;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ResourcesTest {
    @Test
    void countsInTheSchedulersUnits() {
        var resources = Resources.of(APod.quantities(
                Map.of("cpu", "1500m", "memory", "1Gi", "pods", "110", "example.com/gpu", "2", "storage", "9")));
        assertThat(resources.milliCpu()).isEqualTo(1500);
        assertThat(resources.memory()).isEqualTo(1 << 30);
        assertThat(resources.pods()).isEqualTo(110);
        assertThat(resources.get("example.com/gpu")).isEqualTo(2);
        assertThat(resources.scalarNames()).containsExactly("example.com/gpu"); // "storage" is not the scheduler's
        assertThat(resources).hasToString("cpu 1500m, memory 1073741824, pods 110, example.com/gpu 2");
    }

    @ParameterizedTest(name = "{0}: counted {1}, extended {2}")
    @CsvSource({
        "example.com/gpu,            true,  true",
        "requests.example.com/gpu,   false, false",
        "hugepages-2Mi,              true,  false",
        "attachable-volumes-aws-ebs, true,  false",
        "kubernetes.io/thing,        true,  false",
        "example.com/,               false, false",
        "/gpu,                       false, false",
        "a/b/c,                      false, false",
        "gpu,                        false, false",
    })
    void whichNamesCount(String name, boolean counted, boolean extended) {
        assertThat(ScalarResource.is(name)).isEqualTo(counted);
        assertThat(ScalarResource.isExtended(name)).isEqualTo(extended);
    }

    @Property
    void takingAwayUndoesAdding(@ForAll("lists") Resources a, @ForAll("lists") Resources b) {
        assertThat(a.plus(b).minus(b)).isEqualTo(a);
        assertThat(a.plus(b)).isEqualTo(b.plus(a));
    }

    @Provide
    Arbitrary<Resources> lists() {
        var names = Arbitraries.of("cpu", "memory", "ephemeral-storage", "pods", "example.com/a", "example.com/b");
        var amounts = Arbitraries.integers().between(0, 1000).map(String::valueOf);
        return Arbitraries.maps(names, amounts).map(texts -> Resources.of(APod.quantities(texts)));
    }
}
