package io.kubelayers.nucleus.node;

import io.kubelayers.nucleus.core.Container;
import io.kubelayers.nucleus.core.ContainerBuilder;
import io.kubelayers.nucleus.core.EphemeralContainer;
import io.kubelayers.nucleus.core.Pod;
import java.util.ArrayList;
import java.util.List;

/** Ephemeral containers as the ordinary ones that they run as. */
public final class EphemeralContainers {
    private EphemeralContainers() {}

    /** Those of a pod. */
    public static List<Container> of(Pod pod) {
        if (pod.spec().ephemeralContainers().isEmpty()) {
            return List.of();
        }
        var all = new ArrayList<Container>();
        for (var ephemeral : pod.spec().ephemeralContainers()) {
            all.add(asContainer(ephemeral));
        }
        return all;
    }

    static boolean isOne(Pod pod, String name) {
        for (var ephemeral : pod.spec().ephemeralContainers()) {
            if (ephemeral.name().equals(name)) {
                return true;
            }
        }
        return false;
    }

    private static Container asContainer(EphemeralContainer ephemeral) {
        return ContainerBuilder.builder()
                .name(ephemeral.name())
                .image(ephemeral.image())
                .command(ephemeral.command())
                .args(ephemeral.args())
                .workingDir(ephemeral.workingDir())
                .envFrom(ephemeral.envFrom())
                .env(ephemeral.env())
                .volumeMounts(ephemeral.volumeMounts())
                .imagePullPolicy(ephemeral.imagePullPolicy())
                .stdin(ephemeral.stdin())
                .stdinOnce(ephemeral.stdinOnce())
                .tty(ephemeral.tty())
                .build();
    }
}
