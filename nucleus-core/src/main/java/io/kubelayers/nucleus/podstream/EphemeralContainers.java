package io.kubelayers.nucleus.podstream;

import io.kubelayers.nucleus.core.Container;
import io.kubelayers.nucleus.core.ContainerBuilder;
import io.kubelayers.nucleus.core.EphemeralContainer;

/** Ephemeral containers as the ordinary ones that they run as. */
final class EphemeralContainers {
    private EphemeralContainers() {}

    static Container asContainer(EphemeralContainer ephemeral) {
        return ContainerBuilder.builder()
                .name(ephemeral.name())
                .image(ephemeral.image())
                .command(ephemeral.command())
                .args(ephemeral.args())
                .workingDir(ephemeral.workingDir())
                .env(ephemeral.env())
                .stdin(ephemeral.stdin())
                .tty(ephemeral.tty())
                .build();
    }
}
