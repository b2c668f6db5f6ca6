package io.kubelayers.nucleus.core;

import io.kubelayers.nucleus.api.Pb;
import io.soabase.recordbuilder.core.RecordBuilder;
import org.jspecify.annotations.Nullable;

/**
 * TODO-DOC.
 *
 * @param nodeAffinity TODO-DOC
 * @param podAffinity TODO-DOC
 * @param podAntiAffinity TODO-DOC
 */
@RecordBuilder
public record Affinity(
    @Pb(1) @Nullable NodeAffinity nodeAffinity,
    @Pb(2) @Nullable PodAffinity podAffinity,
    @Pb(3) @Nullable PodAntiAffinity podAntiAffinity)
    implements AffinityBuilder.With {

}
