package io.kubelayers.nucleus.affinity;

import io.kubelayers.nucleus.explain.Explained;
import io.kubelayers.nucleus.explain.Finding;
import java.util.List;

/**
 * How well a node suits what a pod would like.
 *
 * @param score the sum of the weights of the matching terms
 * @param parts every term, in their order
 */
public record NodeAffinityScore(long score, List<Part> parts) implements Explained {

    /**
     * One term.
     *
     * @param weight what the term adds to the score if it matches
     * @param term whether it matches, and why
     */
    public record Part(int weight, Finding term) {}

    public NodeAffinityScore {
        parts = List.copyOf(parts);
    }

    @Override
    public String explain() {
        return "preferred node affinity scores " + score;
    }

    @Override
    public Finding finding() {
        var root = Finding.note("nodeAffinity.preferred", "", explain());
        for (var part : parts) {
            root = root.because(part.term().input("weight", part.weight()));
        }
        return root;
    }
}
