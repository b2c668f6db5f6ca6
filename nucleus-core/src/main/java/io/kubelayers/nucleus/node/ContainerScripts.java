package io.kubelayers.nucleus.node;

import io.kubelayers.nucleus.core.Container;
import io.kubelayers.nucleus.core.Pod;
import java.util.ArrayList;
import java.util.List;

/**
 * Which simulated container lives by which script. The script of a container is that of the first image pattern that
 * matches, else the standard one; the pod's annotations change it further: {@value #ANNOTATION} for all of its containers,
 * {@value #ONE_CONTAINER} and its name for one. Their text reads like {@code run=30s exit=1}; a pod with a text that
 * can't be read fails loudly when it starts.
 */
public final class ContainerScripts {
    /** Annotation of a pod with the script of its containers. */
    public static final String ANNOTATION = "kubelayers.io/script";

    /** Prefix of the annotation for a single container, whose name follows. */
    public static final String ONE_CONTAINER = "kubelayers.io/script.";

    private static final ContainerScripts NONE = new ContainerScripts(List.of());

    private record ByImage(String pattern, ContainerScript script) {}

    private final List<ByImage> byImage;

    private ContainerScripts(List<ByImage> byImage) {
        this.byImage = byImage;
    }

    /** Every container lives by the standard script. */
    public static ContainerScripts none() {
        return NONE;
    }

    /**
     * Containers with such an image live by that script.
     *
     * @param imagePattern an image name, in which {@code *} stands for any characters
     */
    public ContainerScripts on(String imagePattern, ContainerScript script) {
        var more = new ArrayList<>(byImage);
        more.add(new ByImage(imagePattern, script));
        return new ContainerScripts(List.copyOf(more));
    }

    /**
     * The script of a container.
     *
     * @throws IllegalArgumentException if an annotation of the pod can't be read
     */
    public ContainerScript of(Pod pod, Container container) {
        var script = ofImage(container.image() == null ? "" : container.image());
        var annotations = pod.metadata().annotations();
        var all = annotations.get(ANNOTATION);
        if (all != null) {
            script = ScriptText.parse(all, script);
        }
        var own = annotations.get(ONE_CONTAINER + container.name());
        return own == null ? script : ScriptText.parse(own, script);
    }

    private ContainerScript ofImage(String image) {
        for (var entry : byImage) {
            if (matches(entry.pattern(), 0, image, 0)) {
                return entry.script();
            }
        }
        return ContainerScript.standard();
    }

    private static boolean matches(String pattern, int p, String text, int t) {
        if (p == pattern.length()) {
            return t == text.length();
        }
        if (pattern.charAt(p) == '*') {
            for (int i = t; i <= text.length(); i++) {
                if (matches(pattern, p + 1, text, i)) {
                    return true;
                }
            }
            return false;
        }
        return t < text.length() && pattern.charAt(p) == text.charAt(t) && matches(pattern, p + 1, text, t + 1);
    }
}
