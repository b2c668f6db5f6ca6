package io.kubelayers.nucleus.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.kubelayers.nucleus.core.ContainerPort;
import org.junit.jupiter.api.Test;

/** A component reads the same before and after it has been read so often that it gets a class of its own. */
class AccessorTest {
    @Test
    void readsTheSameHoweverOften() {
        var schema = RecordSchema.of(ContainerPort.class);
        var port = (Record) schema.empty();
        for (int i = 0; i < 10_000; i++) {
            for (var field : schema.fields()) {
                assertThat(field.get(port)).isEqualTo(field.zero());
            }
        }
    }
}
