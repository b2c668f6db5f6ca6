package io.kubelayers.interfaces.expectation;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/** Where things stand in a file of expectations, in lines from 1, for messages. */
final class FileLines {
    private static final String LIST = "expect";

    private final List<NodeTuple> entries;

    private FileLines(List<NodeTuple> entries) {
        this.entries = entries;
    }

    /** The lines of a text; none are known of one that is no map. */
    static FileLines of(String text) {
        try {
            return new FileLines(
                    new Yaml().compose(new StringReader(text)) instanceof MappingNode map ? map.getValue() : List.of());
        } catch (YAMLException unreadable) {
            return new FileLines(List.of());
        }
    }

    /** The lines where the items of the list begin. */
    List<Integer> items() {
        var lines = new ArrayList<Integer>();
        for (var entry : entries) {
            if (isList(entry) && entry.getValueNode() instanceof SequenceNode list) {
                list.getValue().forEach(item -> lines.add(line(item)));
            }
        }
        return lines;
    }

    /** The line of the first key that should not be there, else of the list, else the first. */
    int fault() {
        int found = 1;
        for (var entry : entries) {
            if (!isList(entry)) {
                return line(entry.getKeyNode());
            }
            found = line(entry.getKeyNode());
        }
        return found;
    }

    private static boolean isList(NodeTuple entry) {
        return entry.getKeyNode() instanceof ScalarNode key && LIST.equals(key.getValue());
    }

    private static int line(Node node) {
        return node.getStartMark().getLine() + 1;
    }
}
