package io.kubelayers.application.scheduling.framework;

import io.kubelayers.nucleus.core.Affinity;
import io.kubelayers.nucleus.core.Pod;
import io.kubelayers.nucleus.core.PodAffinityTerm;
import io.kubelayers.nucleus.core.WeightedPodAffinityTerm;
import io.kubelayers.nucleus.selector.InvalidSelectorException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What other pods see of a pod: namespace, labels, whether it is on its way out, and whom it wants near or far. Replicas
 * are alike, so a cluster has far fewer shapes than pods; what concerns pods of a shape is worked out once.
 */
public final class PodShape {
    private final String namespace;
    private final Map<String, String> labels;
    private final boolean terminating;
    private final @Nullable Affinity affinity;
    private final int hash;
    private volatile @Nullable Terms terms;

    /** Compiled when somebody asks. */
    private record Terms(
            List<AffinityTerm> requiredAffinity,
            List<AffinityTerm> requiredAntiAffinity,
            List<AffinityTerm> preferredAffinity,
            List<AffinityTerm> preferredAntiAffinity,
            String error) {
        static final Terms NONE = new Terms(List.of(), List.of(), List.of(), List.of(), "");
    }

    private PodShape(String namespace, Map<String, String> labels, boolean terminating, @Nullable Affinity affinity) {
        this.namespace = namespace;
        this.labels = labels;
        this.terminating = terminating;
        this.affinity = affinity;
        this.hash = Objects.hash(namespace, labels, terminating, affinity);
        this.terms = affinity == null ? Terms.NONE : null;
    }

    static PodShape of(Pod pod, String namespace) {
        var metadata = pod.metadata();
        var affinity = pod.spec().affinity();
        boolean concernsPods =
                affinity != null && (affinity.podAffinity() != null || affinity.podAntiAffinity() != null);
        return new PodShape(
                namespace, metadata.labels(), metadata.deletionTimestamp() != null, concernsPods ? affinity : null);
    }

    public String namespace() {
        return namespace;
    }

    public Map<String, String> labels() {
        return labels;
    }

    /** Whether it is being deleted. */
    public boolean isTerminating() {
        return terminating;
    }

    /** Pods it must be near. */
    public List<AffinityTerm> requiredAffinity() {
        return terms().requiredAffinity();
    }

    /** Pods it must keep away from. */
    public List<AffinityTerm> requiredAntiAffinity() {
        return terms().requiredAntiAffinity();
    }

    /** Pods it likes to be near. */
    public List<AffinityTerm> preferredAffinity() {
        return terms().preferredAffinity();
    }

    /** Pods it likes to keep away from. */
    public List<AffinityTerm> preferredAntiAffinity() {
        return terms().preferredAntiAffinity();
    }

    /** Whether it has any such term. */
    boolean hasAffinity() {
        return affinity != null;
    }

    boolean hasRequiredAntiAffinity() {
        return affinity != null && !requiredAntiAffinity().isEmpty();
    }

    /** What is wrong with its terms, {@code ""} for nothing. Wrong terms are as good as none. */
    public String error() {
        return terms().error();
    }

    private Terms terms() {
        var known = terms;
        if (known == null) {
            known = compiled();
            terms = known; // whoever comes second computes the same
        }
        return known;
    }

    private Terms compiled() {
        var near = affinity == null ? null : affinity.podAffinity();
        var far = affinity == null ? null : affinity.podAntiAffinity();
        try {
            return new Terms(
                    near == null ? List.of() : required(near.requiredDuringSchedulingIgnoredDuringExecution()),
                    far == null ? List.of() : required(far.requiredDuringSchedulingIgnoredDuringExecution()),
                    near == null ? List.of() : preferred(near.preferredDuringSchedulingIgnoredDuringExecution()),
                    far == null ? List.of() : preferred(far.preferredDuringSchedulingIgnoredDuringExecution()),
                    "");
        } catch (InvalidSelectorException e) {
            return new Terms(List.of(), List.of(), List.of(), List.of(), String.valueOf(e.getMessage()));
        }
    }

    private List<AffinityTerm> required(List<PodAffinityTerm> declared) {
        var compiled = new ArrayList<AffinityTerm>(declared.size());
        for (var term : declared) {
            compiled.add(AffinityTerm.of(term, namespace, labels, 0));
        }
        return List.copyOf(compiled);
    }

    private List<AffinityTerm> preferred(List<WeightedPodAffinityTerm> declared) {
        var compiled = new ArrayList<AffinityTerm>(declared.size());
        for (var term : declared) {
            compiled.add(AffinityTerm.of(term.podAffinityTerm(), namespace, labels, term.weight()));
        }
        return List.copyOf(compiled);
    }

    @Override
    public boolean equals(Object other) {
        return this == other
                || other instanceof PodShape that
                        && hash == that.hash
                        && terminating == that.terminating
                        && namespace.equals(that.namespace)
                        && labels.equals(that.labels)
                        && Objects.equals(affinity, that.affinity);
    }

    @Override
    public int hashCode() {
        return hash;
    }

    @Override
    public String toString() {
        return namespace + labels;
    }
}
