package io.kubelayers.nucleus.node;

import io.kubelayers.nucleus.core.Container;
import io.kubelayers.nucleus.core.Pod;
import io.kubelayers.nucleus.core.Volume;
import io.kubelayers.nucleus.files.FileTree;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** What a container finds that comes from elsewhere: its variables, and the files of its volumes. */
public interface ContainerSurroundings {
    /** The variables of a container, as its specification says; those of images and services are not among them. */
    SortedMap<String, String> environment(Pod pod, Container container);

    /** The files of a volume that is made of objects of the API; empty if containers write it themselves. */
    Optional<FileTree> contents(Pod pod, Volume volume, Instant now);

    /**
     * What is written in the cluster of how containers live: texts whose lines begin with an image pattern, by any keys.
     * The same map as long as nothing else is written.
     */
    default Map<String, String> scripts() {
        return Map.of();
    }

    /** Where nothing is known but what a pod itself says. */
    static ContainerSurroundings none() {
        return new ContainerSurroundings() {
            @Override
            public SortedMap<String, String> environment(Pod pod, Container container) {
                return new TreeMap<>();
            }

            @Override
            public Optional<FileTree> contents(Pod pod, Volume volume, Instant now) {
                return Optional.empty();
            }
        };
    }
}
