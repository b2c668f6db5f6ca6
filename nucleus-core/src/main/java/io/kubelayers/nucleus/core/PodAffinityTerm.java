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
 * TODO-DOC.
 *
 * @param labelSelector TODO-DOC
 * @param namespaces TODO-DOC
 * @param topologyKey TODO-DOC
 * @param namespaceSelector TODO-DOC
 * @param matchLabelKeys TODO-DOC
 * @param mismatchLabelKeys TODO-DOC
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
    public static final PodAffinityTerm EMPTY = new PodAffinityTerm(null, null, null, null, null, null);

    public PodAffinityTerm {
        namespaces = Absent.list(namespaces);
        topologyKey = Absent.text(topologyKey);
        matchLabelKeys = Absent.list(matchLabelKeys);
        mismatchLabelKeys = Absent.list(mismatchLabelKeys);
    }

}
