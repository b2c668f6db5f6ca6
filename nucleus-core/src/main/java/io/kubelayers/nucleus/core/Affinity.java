package io.kubelayers.nucleus.core;

import io.kubelayers.nucleus.api.Pb;
import io.soabase.recordbuilder.core.RecordBuilder;
import org.jspecify.annotations.Nullable;

/**
 * The rules that attract a pod to nodes or other pods, or keep it away.
 *
 * @param nodeAffinity Rules on the labels of nodes; null means none.
 * @param podAffinity Rules for running close to certain pods; null means none.
 * @param podAntiAffinity Rules for running apart from certain pods; null means none.
 */
@RecordBuilder
public record Affinity(
        @Pb(1) @Nullable NodeAffinity nodeAffinity,
        @Pb(2) @Nullable PodAffinity podAffinity,
        @Pb(3) @Nullable PodAntiAffinity podAntiAffinity)
        implements AffinityBuilder.With {}
