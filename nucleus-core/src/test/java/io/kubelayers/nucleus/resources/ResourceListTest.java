package io.kubelayers.nucleus.resources;

import static io.kubelayers.nucleus.resources.ResourceList.of;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kubelayers.nucleus.value.Quantity;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class ResourceListTest {
    private final Map<String, Quantity> used = of("cpu", "1500m", "memory", "1Gi", "pods", "0");
    private final Map<String, Quantity> more = of("cpu", "2", "gpu.example/x", "1");

    @Test
    void addsAndTakesAwayByName() {
        assertThat(ResourceList.add(used, more))
                .isEqualTo(of("cpu", "3500m", "gpu.example/x", "1", "memory", "1Gi", "pods", "0"));
        assertThat(ResourceList.sub(used, more))
                .isEqualTo(of("cpu", "-500m", "gpu.example/x", "-1", "memory", "1Gi", "pods", "0"));
        assertThat(ResourceList.subToZero(used, more))
                .isEqualTo(of("cpu", "0", "gpu.example/x", "0", "memory", "1Gi", "pods", "0"));
        assertThat(ResourceList.max(used, more))
                .isEqualTo(of("cpu", "2", "gpu.example/x", "1", "memory", "1Gi", "pods", "0"));
    }

    @Test
    void selects() {
        assertThat(ResourceList.only(used, List.of("memory", "disk"))).isEqualTo(of("memory", "1Gi"));
        assertThat(ResourceList.withoutZeros(used)).isEqualTo(of("cpu", "1500m", "memory", "1Gi"));
        assertThat(ResourceList.negative(ResourceList.sub(used, more))).containsExactly("cpu", "gpu.example/x");
        assertThat(ResourceList.isZero(of("cpu", "0"))).isTrue();
        assertThat(ResourceList.isZero(used)).isFalse();
    }

    @Test
    void aLimitBindsOnlyWhatItNames() {
        assertThat(ResourceList.exceeding(used, of("cpu", "1", "memory", "512Mi")))
                .containsExactly("cpu", "memory");
        assertThat(ResourceList.exceeding(used, of("cpu", "1500m", "disk", "0")))
                .isEmpty();
    }

    @Test
    void whatIsNotOfferedIsNotFree() {
        assertThat(ResourceList.fits(used, of("cpu", "2", "memory", "1Gi"))).isTrue();
        assertThat(ResourceList.fits(used, of("cpu", "2"))).as("no memory").isFalse();
        assertThat(ResourceList.fits(of("cpu", "0"), of()))
                .as("nothing fits anywhere")
                .isTrue();
    }

    @Test
    void readsSingleAmounts() {
        assertThat(ResourceList.milliCpu(used)).isEqualTo(1500);
        assertThat(ResourceList.memory(used)).isEqualTo(1L << 30);
        assertThat(ResourceList.milliCpu(of())).isZero();
        assertThat(ResourceList.text(used)).isEqualTo("cpu 1500m, memory 1Gi, pods 0");
        assertThatThrownBy(() -> of("cpu", "1", "memory")).hasMessage("no amount of memory is given");
    }

    @Property
    void takingAwayUndoesAdding(@ForAll("lists") Map<String, Quantity> a, @ForAll("lists") Map<String, Quantity> b) {
        assertThat(ResourceList.withoutZeros(ResourceList.sub(ResourceList.add(a, b), b)))
                .isEqualTo(ResourceList.withoutZeros(a));
    }

    @Property
    void addAndMaxDoNotCareAboutOrder(
            @ForAll("lists") Map<String, Quantity> a,
            @ForAll("lists") Map<String, Quantity> b,
            @ForAll("lists") Map<String, Quantity> c) {
        assertThat(ResourceList.add(a, b)).isEqualTo(ResourceList.add(b, a));
        assertThat(ResourceList.max(a, b)).isEqualTo(ResourceList.max(b, a));
        assertThat(ResourceList.add(ResourceList.add(a, b), c)).isEqualTo(ResourceList.add(a, ResourceList.add(b, c)));
        assertThat(ResourceList.max(ResourceList.max(a, b), c)).isEqualTo(ResourceList.max(a, ResourceList.max(b, c)));
    }

    @Property
    void aListFitsExactlyIfNothingIsMissingAfterwards(
            @ForAll("lists") Map<String, Quantity> request, @ForAll("lists") Map<String, Quantity> free) {
        boolean short_ = request.keySet().stream()
                .anyMatch(name -> ResourceList.sub(free, request).get(name).sign() < 0
                        && request.get(name).sign() > 0);
        assertThat(ResourceList.fits(request, free)).isEqualTo(!short_);
    }

    @Provide
    Arbitrary<Map<String, Quantity>> lists() {
        return Arbitraries.maps(
                Arbitraries.of("cpu", "memory", "pods", "gpu.example/x"),
                Arbitraries.of("0", "1", "500m", "2", "1Gi", "1e3").map(Quantity::parse));
    }
}
