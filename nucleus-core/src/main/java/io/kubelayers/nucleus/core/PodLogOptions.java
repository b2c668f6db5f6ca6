package io.kubelayers.nucleus.core;

import io.kubelayers.nucleus.api.ApiType;
import io.kubelayers.nucleus.api.FeatureGate;
import io.kubelayers.nucleus.api.Pb;
import io.kubelayers.nucleus.value.Absent;
import io.soabase.recordbuilder.core.RecordBuilder;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * TODO-DOC.
 *
 * @param container TODO-DOC
 * @param follow TODO-DOC
 * @param previous TODO-DOC
 * @param sinceSeconds TODO-DOC
 * @param sinceTime TODO-DOC
 * @param timestamps TODO-DOC
 * @param tailLines TODO-DOC
 * @param limitBytes TODO-DOC
 * @param insecureSkipTLSVerifyBackend TODO-DOC
 * @param stream TODO-DOC
 */
@ApiType(version = "v1")
@RecordBuilder
public record PodLogOptions(
    @Pb(1) @Nullable String container,
    @Pb(2) boolean follow,
    @Pb(3) boolean previous,
    @Pb(4) @Nullable Long sinceSeconds,
    @Pb(5) @Nullable Instant sinceTime,
    @Pb(6) boolean timestamps,
    @Pb(7) @Nullable Long tailLines,
    @Pb(8) @Nullable Long limitBytes,
    @Pb(9) boolean insecureSkipTLSVerifyBackend,
    @FeatureGate("PodLogsQuerySplitStreams") @Pb(10) @Nullable String stream)
    implements PodLogOptionsBuilder.With {
    public PodLogOptions {
        container = Absent.optional(container);
    }

}
