package io.kubelayers.nucleus.podstream;

import io.kubelayers.nucleus.core.Pod;
import io.kubelayers.nucleus.server.SubresourceHandler;

/** A subresource of pods that the node of the pod answers. */
abstract class PodSubresource implements SubresourceHandler {
    final PodPlace place;
    private final String name;

    PodSubresource(PodPlace place, String name) {
        this.place = place;
        this.name = name;
    }

    @Override
    public final Class<Pod> parent() {
        return Pod.class;
    }

    @Override
    public final String name() {
        return name;
    }
}
