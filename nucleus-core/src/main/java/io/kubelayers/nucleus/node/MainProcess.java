package io.kubelayers.nucleus.node;

import io.kubelayers.nucleus.core.Container;
import io.kubelayers.nucleus.toolbox.Toolbox;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * What the main process of a simulated container is, as far as its specification tells: what an image would run by itself
 * is not known. Arguments alone are taken for a command if they begin with the name of one; a container without command
 * that reads its input is taken for one whose image runs a shell if it has a terminal, or if its image is known for that.
 *
 * @param command the command, empty if it is not known
 * @param interactive whether it reads what is typed by whoever attaches
 */
record MainProcess(List<String> command, boolean interactive) {
    MainProcess {
        command = List.copyOf(command);
    }

    /** What it is; references to variables stay as they are. */
    static MainProcess of(Container container) {
        var words = new ArrayList<>(container.command());
        boolean named = !words.isEmpty()
                || !container.args().isEmpty() && Toolbox.knows(container.args().get(0));
        if (named) {
            words.addAll(container.args());
        } else if (container.args().isEmpty()
                && container.stdin()
                && (container.tty() || KnownImages.isShell(container))) {
            words.add("sh");
        }
        return new MainProcess(words, container.stdin());
    }

    /** With variables put in where it refers to them. */
    MainProcess with(Map<String, String> environment) {
        var words = new ArrayList<>(command);
        words.replaceAll(word -> ApiSurroundings.expanded(word, environment));
        return new MainProcess(words, interactive);
    }

    boolean isKnown() {
        return !command.isEmpty();
    }
}
