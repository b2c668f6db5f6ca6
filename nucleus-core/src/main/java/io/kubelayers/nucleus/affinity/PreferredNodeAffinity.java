package io.kubelayers.nucleus.affinity;

import io.kubelayers.nucleus.core.Node;
import io.kubelayers.nucleus.core.PreferredSchedulingTerm;
import io.kubelayers.nucleus.validation.FieldError;
import io.kubelayers.nucleus.validation.FieldPath;
import io.kubelayers.nucleus.validation.InvalidFieldsException;
import java.util.ArrayList;
import java.util.List;

/** What a pod would like of its node, compiled: weighted terms. Terms of weight 0 and empty ones are passed over. */
public final class PreferredNodeAffinity {
    private record Weighted(CompiledTerm term, int weight) {}

    private final List<Weighted> terms;

    private PreferredNodeAffinity(List<Weighted> terms) {
        this.terms = List.copyOf(terms);
    }

    /**
     * Compiles terms.
     *
     * @throws InvalidFieldsException with everything that is wrong with any term
     */
    public static PreferredNodeAffinity of(List<PreferredSchedulingTerm> terms) {
        return of(FieldPath.ROOT, terms);
    }

    /**
     * Compiles terms that stand at this path.
     *
     * @throws InvalidFieldsException with everything that is wrong with any term
     */
    public static PreferredNodeAffinity of(FieldPath path, List<PreferredSchedulingTerm> terms) {
        var compiled = new ArrayList<Weighted>();
        var errors = new ArrayList<FieldError>();
        for (int i = 0; i < terms.size(); i++) {
            var preferred = terms.get(i);
            if (preferred.weight() != 0 && !CompiledTerm.isEmpty(preferred.preference())) {
                var term = CompiledTerm.of(path.index(i), preferred.preference());
                errors.addAll(term.errors());
                compiled.add(new Weighted(term, preferred.weight()));
            }
        }
        if (!errors.isEmpty()) {
            throw new InvalidFieldsException(errors);
        }
        return new PreferredNodeAffinity(compiled);
    }

    /** The sum of the weights of the terms that match the node. */
    public long score(Node node) {
        long score = 0;
        for (int i = 0; i < terms.size(); i++) {
            if (terms.get(i).term().matches(node)) {
                score += terms.get(i).weight();
            }
        }
        return score;
    }

    /** True if there is nothing to prefer: every node scores 0. */
    public boolean isIndifferent() {
        return terms.isEmpty();
    }

    /** The score of a node and what each term adds to it. */
    public NodeAffinityScore explain(Node node) {
        var parts = new ArrayList<NodeAffinityScore.Part>(terms.size());
        for (var weighted : terms) {
            parts.add(new NodeAffinityScore.Part(
                    weighted.weight(), weighted.term().finding(node)));
        }
        return new NodeAffinityScore(score(node), parts);
    }
}
