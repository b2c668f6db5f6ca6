package io.kubelayers.nucleus.pod;

import io.kubelayers.nucleus.core.Container;
import io.kubelayers.nucleus.core.Pod;
import java.util.ArrayList;
import java.util.List;

/**
 * Updates through {@code pods/resize}: what containers get of cpu and memory, and whether they restart for it ({@code
 * podResizeStrategy}).
 */
final class Resizes {
    private Resizes() {}

    /**
     * The pod as it is with the resources that were sent. Where containers came, went or changed places it is what was sent
     * that the checks refuse.
     */
    static Pod of(Pod sent, Pod old) {
        var now = sent.spec();
        var before = old.spec();
        if (now.containers().size() != before.containers().size()
                || now.initContainers().size() != before.initContainers().size()) {
            return sent;
        }
        return old.withMetadata(EphemeralContainerUpdates.identity(sent, old))
                .withSpec(before.withContainers(resized(now.containers(), before.containers()))
                        .withInitContainers(resized(now.initContainers(), before.initContainers())));
    }

    private static List<Container> resized(List<Container> now, List<Container> before) {
        var resized = new ArrayList<Container>(now.size());
        for (int i = 0; i < now.size(); i++) {
            if (!now.get(i).name().equals(before.get(i).name())) {
                return now;
            }
            resized.add(before.get(i)
                    .withResources(now.get(i).resources())
                    .withResizePolicy(now.get(i).resizePolicy()));
        }
        return resized;
    }
}
