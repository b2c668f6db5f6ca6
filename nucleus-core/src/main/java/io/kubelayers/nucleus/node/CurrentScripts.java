package io.kubelayers.nucleus.node;

import io.kubelayers.nucleus.core.Container;
import io.kubelayers.nucleus.core.Pod;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The scripts of containers as they are now: those of the start, changed by what has been written in the cluster since. */
final class CurrentScripts {
    private final ContainerScripts scripts;
    private final ContainerSurroundings surroundings;
    private volatile @Nullable Read last;

    /** Lines, and the text that they were read from. */
    private record Read(Map<String, String> text, ImageScripts lines) {}

    CurrentScripts(ContainerScripts scripts, ContainerSurroundings surroundings) {
        this.scripts = scripts;
        this.surroundings = surroundings;
    }

    /**
     * The script of a container.
     *
     * @throws IllegalArgumentException if its text can't be read
     */
    ContainerScript of(Pod pod, Container container) {
        return scripts.of(pod, container, written());
    }

    /** Read anew only when it has been written anew. */
    private ImageScripts written() {
        var text = surroundings.scripts();
        var known = last;
        if (known == null || known.text() != text) {
            known = new Read(text, text.isEmpty() ? ImageScripts.NONE : ImageScripts.parse(text.values()));
            last = known;
        }
        return known.lines();
    }
}
