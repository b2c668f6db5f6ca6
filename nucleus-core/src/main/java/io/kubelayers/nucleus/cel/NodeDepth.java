package io.kubelayers.nucleus.cel;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** How deep an expression lies in itself, as upstream counts it: not by brackets, signs and logical operators. */
final class NodeDepth {
    private static final Set<String> UNCOUNTED = Set.of("_&&_", "_||_", "!_", "-_");

    private NodeDepth() {}

    private record Place(Node node, int depth) {}

    /** The depth of the deepest part. Needs no more of the stack for what is deep. */
    static int of(Node node) {
        var places = new ArrayDeque<Place>();
        places.push(new Place(node, 0));
        int deepest = 0;
        while (!places.isEmpty()) {
            var place = places.pop();
            int depth = place.depth() + (counts(place.node()) ? 1 : 0);
            deepest = Math.max(deepest, depth);
            for (var part : parts(place.node())) {
                places.push(new Place(part, depth));
            }
        }
        return deepest;
    }

    private static boolean counts(Node node) {
        return node instanceof Node.Select || node instanceof Node.Call call && isCounted(call);
    }

    private static boolean isCounted(Node.Call call) {
        return call.target() != null
                || call.function().startsWith("_") && !UNCOUNTED.contains(call.function())
                || call.function().equals("@in");
    }

    private static List<Node> parts(Node node) {
        if (node instanceof Node.Select select) {
            return List.of(select.operand());
        } else if (node instanceof Node.Items list) {
            return list.items();
        } else if (node instanceof Node.Entries map) {
            return map.keysAndValues();
        } else if (node instanceof Node.Made made) {
            return made.values();
        } else if (node instanceof Node.Call call) {
            var parts = new ArrayList<>(call.arguments());
            if (call.target() != null) {
                parts.add(call.target());
            }
            return parts;
        }
        return List.of();
    }
}
