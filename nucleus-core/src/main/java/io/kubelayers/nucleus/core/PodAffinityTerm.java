package io.kubelayers.nucleus.core;

import io.kubelayers.nucleus.api.Atomic;
import io.kubelayers.nucleus.api.Pb;
import io.kubelayers.nucleus.api.Required;
import io.kubelayers.nucleus.meta.LabelSelector;
import io.kubelayers.nucleus.value.Absent;
import io.soabase.recordbuilder.core.RecordBuilder;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A group of pods and the topology within which nearness to them is judged.
 *
 * @param labelSelector Pods to consider; null matches no pods.
 * @param namespaces Namespaces searched by name, joined with namespaceSelector; both absent means the pod's own
 *     namespace.
 * @param topologyKey Node label whose equal values define one domain; must not be empty.
 * @param namespaceSelector Namespaces searched by label; an empty selector means all, null adds none.
 * @param matchLabelKeys Label keys whose values in the new pod must equal those of the considered pods.
 * @param mismatchLabelKeys Label keys whose values in the new pod must differ from those of the considered pods.
 */
@RecordBuilder
public record PodAffinityTerm(
        @Pb(1) @Nullable LabelSelector labelSelector,
        @Atomic @Pb(2) List<String> namespaces,
        @Required @Pb(3) String topologyKey,
        @Pb(4) @Nullable LabelSelector namespaceSelector,
        @Atomic @Pb(5) List<String> matchLabelKeys,
        @Atomic @Pb(6) List<String> mismatchLabelKeys)
        implements PodAffinityTermBuilder.With {
    /** The value of a field that was not set. */
    @SuppressWarnings("NullAway") // the constructor fills in what is absent
    public static final PodAffinityTerm EMPTY = new PodAffinityTerm(null, null, null, null, null, null);

    public PodAffinityTerm {
        namespaces = Absent.list(namespaces);
        topologyKey = Absent.text(topologyKey);
        matchLabelKeys = Absent.list(matchLabelKeys);
        mismatchLabelKeys = Absent.list(mismatchLabelKeys);
    }
}
