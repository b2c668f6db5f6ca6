package io.kubelayers.nucleus.core;

import io.kubelayers.nucleus.api.ApiType;
import io.kubelayers.nucleus.api.FeatureGate;
import io.kubelayers.nucleus.api.Pb;
import io.kubelayers.nucleus.value.Absent;
import io.soabase.recordbuilder.core.RecordBuilder;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The query parameters of a request for container logs.
 *
 * @param container Container to read; empty works only when the pod has a single one.
 * @param follow True keeps the stream open for new lines; defaults to false.
 * @param previous True reads the previous run of the container; defaults to false.
 * @param sinceSeconds Age in seconds of the oldest line wanted; excludes sinceTime, null means no limit.
 * @param sinceTime Time of the oldest line wanted; excludes sinceSeconds, null means no limit.
 * @param timestamps True puts an RFC 3339 timestamp before each line; defaults to false.
 * @param tailLines Number of lines from the end to return; null means all.
 * @param limitBytes Number of bytes after which output stops, possibly inside a line; null means no limit.
 * @param insecureSkipTLSVerifyBackend True skips the check of the kubelet's certificate, so log data may be forged.
 * @param stream Output to return: All, Stdout or Stderr; null means All.
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
