package io.kubelayers.nucleus.validation;

import static org.assertj.core.api.Assertions.assertThat;

import io.kubelayers.nucleus.core.ContainerBuilder;
import io.kubelayers.nucleus.core.ProbeBuilder;
import io.kubelayers.nucleus.core.TCPSocketAction;
import io.kubelayers.nucleus.value.IntOrString;
import org.junit.jupiter.api.Test;

class ShownValueTest {
    private static Object port(IntOrString port) {
        var probe = ProbeBuilder.builder()
                .tcpSocket(new TCPSocketAction(port, null))
                .build();
        var container =
                ContainerBuilder.builder().name("a").livenessProbe(probe).build();
        return ShownValue.of(container);
    }

    @Test
    void portsAreNumbersOrNames() {
        assertThat(port(IntOrString.of(80)).toString()).contains("TCPSocket={Port=80, Host=}");
        assertThat(port(IntOrString.of("http")).toString()).contains("TCPSocket={Port=http, Host=}");
        assertThat(JsonText.of(port(IntOrString.of(80)))).contains("\"Port\":80,");
    }
}
