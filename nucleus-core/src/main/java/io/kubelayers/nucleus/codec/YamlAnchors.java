package io.kubelayers.nucleus.codec;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The anchors of one YAML document, and how much of it their aliases make up.
 *
 * <p>An alias shares the anchor's subtree, so reading a bomb costs nothing; but whoever walks the tree would pay. A
 * document is therefore refused when aliases stand for nearly all of its nodes, the more strictly the more nodes.
 *
 * <p>Source of the rule: {@code decode.go} of goyaml v2 (allowedAliasRatio).
 */
final class YamlAnchors {
    /**
     * A value that has a name.
     *
     * @param value the value; null also while it is being read
     * @param weight nodes it stands for, aliases inside included
     * @param height containers inside one another, aliases included
     * @param complete false while it is being read
     */
    record Anchor(@Nullable Object value, long weight, int height, boolean complete) {}

    private final Map<String, Anchor> anchors = new HashMap<>();
    private long nodes;
    private long aliased;

    /** Counts a node that is written out; returns the count before it. */
    long count() {
        return nodes++;
    }

    /** A value of that name begins. */
    void open(String name) {
        anchors.put(name, new Anchor(null, 0, 0, false));
    }

    /** The value is there; it began when the count was so high. */
    void close(String name, @Nullable Object value, long countBefore, int height) {
        anchors.put(name, new Anchor(value, nodes - countBefore, height, true));
    }

    /**
     * The value an alias stands for.
     *
     * @throws IllegalArgumentException if there is none, or it is not complete yet
     */
    Anchor alias(String name) {
        Anchor anchor = anchors.get(name);
        if (anchor == null) {
            throw new IllegalArgumentException("unknown anchor '" + name + "' referenced");
        }
        if (!anchor.complete()) {
            throw new IllegalArgumentException("anchor '" + name + "' value contains itself");
        }
        nodes += 1 + anchor.weight();
        aliased += anchor.weight();
        return anchor;
    }

    /** Whether aliases stand for more of the document than is reasonable. */
    boolean excessive() {
        return aliased > 100 && nodes > 1000 && (double) aliased / nodes > allowedRatio();
    }

    /** Small documents may be nearly all aliases, those of 4 million nodes and more only to a tenth. */
    private double allowedRatio() {
        if (nodes <= 400_000) {
            return 0.99;
        } else if (nodes >= 4_000_000) {
            return 0.10;
        }
        return 0.99 - 0.89 * (nodes - 400_000) / 3_600_000.0;
    }
}
