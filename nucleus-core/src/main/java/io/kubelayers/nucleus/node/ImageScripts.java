package io.kubelayers.nucleus.node;

import io.kubelayers.nucleus.program.Wildcard;
import java.util.ArrayList;
import java.util.List;

/**
 * Lines that say how the containers of an image live: an image name, in which {@code *} stands for any characters, and
 * words such as {@code pull-fails=always}, as {@link ScriptText} reads them. The first line that matches an image counts;
 * blank lines and such that begin with {@code #} are left out.
 *
 * <pre>
 * shop/cart:3.*   pull-fails=always
 * *{@literal /}slow:*       pull=40s start=5s
 * </pre>
 */
final class ImageScripts {
    /** Without any line. */
    static final ImageScripts NONE = new ImageScripts(List.of());

    private record Line(String pattern, String words) {}

    private final List<Line> lines;

    private ImageScripts(List<Line> lines) {
        this.lines = lines;
    }

    static ImageScripts parse(Iterable<String> texts) {
        var lines = new ArrayList<Line>();
        for (var text : texts) {
            for (var line : text.split("\n")) {
                var trimmed = line.strip();
                if (!trimmed.isEmpty() && !trimmed.startsWith("#")) {
                    var parts = trimmed.split("\\s+", 2);
                    lines.add(new Line(parts[0], parts.length > 1 ? parts[1] : ""));
                }
            }
        }
        return lines.isEmpty() ? NONE : new ImageScripts(List.copyOf(lines));
    }

    /**
     * Reads every line, so that one that can't be read is found at once.
     *
     * @throws IllegalArgumentException if there is one
     */
    ImageScripts checked() {
        for (var line : lines) {
            try {
                ScriptText.parse(line.words(), ContainerScript.standard());
            } catch (IllegalArgumentException e) {
                throw new IllegalArgumentException(
                        "'" + line.pattern() + " " + line.words() + "': " + e.getMessage(), e);
            }
        }
        return this;
    }

    /**
     * The script of an image, made of the one that it has otherwise.
     *
     * @throws IllegalArgumentException if the words of its line can't be read
     */
    ContainerScript change(String image, ContainerScript otherwise) {
        for (var line : lines) {
            if (Wildcard.matches(line.pattern(), image)) {
                return ScriptText.parse(line.words(), otherwise);
            }
        }
        return otherwise;
    }
}
