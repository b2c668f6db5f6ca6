package io.kubelayers.nucleus.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

/** Which labels a node comes with. */
class NodeTemplateTest {
    @Test
    void system_and_architecture_are_told_under_their_old_names_too() {
        assertThat(new NodeTemplate()
                        .label("kubernetes.io/os", "windows")
                        .build("w-1")
                        .metadata()
                        .labels())
                .isEqualTo(Map.of(
                        "kubernetes.io/hostname", "w-1",
                        "kubernetes.io/os", "windows",
                        "kubernetes.io/arch", "amd64",
                        "beta.kubernetes.io/os", "windows",
                        "beta.kubernetes.io/arch", "amd64"));
    }
}
