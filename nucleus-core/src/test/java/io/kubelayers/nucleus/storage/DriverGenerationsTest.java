package io.kubelayers.nucleus.storage;

import static org.assertj.core.api.Assertions.assertThat;

import io.kubelayers.nucleus.cluster.Cluster;
import io.kubelayers.nucleus.meta.ObjectMetaBuilder;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Every change of what a driver is told to do counts; a new one has no generation. */
class DriverGenerationsTest {
    @Test
    void changesOfTheSpecAreCounted() {
        try (var cluster = Cluster.builder().start()) {
            var drivers = cluster.client().on(CSIDriver.class);
            var driver = drivers.create(CSIDriverBuilder.builder()
                    .metadata(ObjectMetaBuilder.builder().name("d.example.com").build())
                    .build());
            assertThat(driver.metadata().generation()).isZero();

            driver = drivers.update(driver.withMetadata(driver.metadata().withLabels(Map.of("a", "b"))));
            assertThat(driver.metadata().generation())
                    .as("labels are not counted")
                    .isZero();
            driver = drivers.update(driver.withSpec(driver.spec().withStorageCapacity(true)));
            assertThat(driver.metadata().generation()).isEqualTo(1);
            driver = drivers.update(driver.withSpec(driver.spec().withPodInfoOnMount(true)));
            assertThat(driver.metadata().generation()).isEqualTo(2);
        }
    }
}
