package io.kubelayers.nucleus.program;

import io.kubelayers.nucleus.core.Container;
import io.kubelayers.nucleus.core.Pod;
import io.kubelayers.nucleus.files.ContainerFiles;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Where a program runs.
 *
 * @param pod the pod
 * @param container the container
 * @param environment its variables
 * @param files what it sees
 */
public record Surroundings(Pod pod, Container container, SortedMap<String, String> environment, ContainerFiles files) {
    public Surroundings {
        environment = Collections.unmodifiableSortedMap(new TreeMap<>(environment));
    }

    /** A place without variables and files. */
    public static Surroundings bare(Pod pod, Container container) {
        return new Surroundings(pod, container, Collections.emptySortedMap(), ContainerFiles.NONE);
    }
}
