package io.kubelayers.nucleus.node;

import io.kubelayers.nucleus.core.Container;
import io.kubelayers.nucleus.core.Pod;
import io.kubelayers.nucleus.program.LogTurn;
import io.kubelayers.nucleus.program.Wildcard;
import io.kubelayers.nucleus.value.Absent;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * Which simulated container lives by which script. The script of a container is that of the first image pattern that
 * matches, else the standard one (of nginx: that it shows its page). It is changed by whoever runs the cluster, at any time:
 * by the lines of the config map {@value #CONFIG_MAP} in {@code kube-system}, under any keys, such as {@code shop/cart:3.*
 * pull-fails=always}; and by the pod's annotations: {@value #ANNOTATION} for all of its containers, {@value
 * #ONE_CONTAINER} and its name for one, and likewise {@value #LOGS} for what they write. Their text reads like {@code
 * run=30s exit=1}; a container with a text that can't be read waits, and says why. A shell that waits at a terminal has
 * shown its prompt.
 */
public final class ContainerScripts {
    /** Annotation of a pod with the script of its containers. */
    public static final String ANNOTATION = "kubelayers.io/script";

    /** Prefix of the annotation for a single container, whose name follows. */
    public static final String ONE_CONTAINER = "kubelayers.io/script.";

    /** Annotation of a pod with what its containers write, as {@link LogTurn#parse} reads it. */
    public static final String LOGS = "kubelayers.io/logs";

    /** Prefix of the annotation with what a single container writes, whose name follows. */
    public static final String LOGS_OF_ONE = "kubelayers.io/logs.";

    /** Config map in {@code kube-system} whose lines say how the containers of images live. */
    public static final String CONFIG_MAP = "kubelayers-containers";

    private static final List<LogTurn> PROMPT = List.of(new LogTurn(Duration.ZERO, null, false, "/ # "));

    private static final List<String> SHELLS = List.of("sh", "ash", "bash", "/bin/sh", "/bin/bash");

    private static final ContainerScripts NONE = new ContainerScripts(List.of(), ImageScripts.NONE);

    private record ByImage(String pattern, ContainerScript script) {}

    private final List<ByImage> byImage;
    private final ImageScripts lines;

    private ContainerScripts(List<ByImage> byImage, ImageScripts lines) {
        this.byImage = byImage;
        this.lines = lines;
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
        return new ContainerScripts(List.copyOf(more), lines);
    }

    /**
     * The same, changed by lines such as {@code shop/cart:3.* pull-fails=always}: an image pattern, and words as they stand
     * in the annotation of a pod.
     *
     * @throws IllegalArgumentException if a line can't be read
     */
    public ContainerScripts lines(List<String> texts) {
        return new ContainerScripts(byImage, ImageScripts.parse(texts).checked());
    }

    /**
     * The script of a container.
     *
     * @throws IllegalArgumentException if an annotation of the pod can't be read
     */
    public ContainerScript of(Pod pod, Container container) {
        return of(pod, container, ImageScripts.NONE);
    }

    /** The script of a container where these lines are in force too. */
    ContainerScript of(Pod pod, Container container, ImageScripts written) {
        var image = Absent.text(container.image());
        var script = written.change(image, lines.change(image, ofImage(image)));
        var annotations = pod.metadata().annotations();
        var all = annotations.get(ANNOTATION);
        if (all != null) {
            script = ScriptText.parse(all, script);
        }
        var own = annotations.get(ONE_CONTAINER + container.name());
        script = own == null ? script : ScriptText.parse(own, script);
        var logs = annotations.getOrDefault(LOGS_OF_ONE + container.name(), annotations.get(LOGS));
        if (logs != null) {
            return script.withLogs(LogTurn.parse(logs));
        }
        return script.logs().isEmpty() && prompts(container) ? script.withLogs(PROMPT) : script;
    }

    private static boolean prompts(Container container) {
        if (!container.stdin() || !container.tty()) {
            return false;
        }
        var words = new ArrayList<>(container.command());
        words.addAll(container.args());
        return words.isEmpty() || !Collections.disjoint(words, SHELLS) && !words.contains("-c");
    }

    private ContainerScript ofImage(String image) {
        for (var entry : byImage) {
            if (Wildcard.matches(entry.pattern(), image)) {
                return entry.script();
            }
        }
        return KnownImages.script(image);
    }
}
