package io.kubelayers.nucleus.core;

import io.kubelayers.nucleus.api.Default;
import io.kubelayers.nucleus.api.FeatureGate;
import io.kubelayers.nucleus.api.Pb;
import io.kubelayers.nucleus.api.Required;
import io.kubelayers.nucleus.api.Written;
import io.soabase.recordbuilder.core.RecordBuilder;
import org.jspecify.annotations.Nullable;

/**
 * TODO-DOC.
 *
 * @param exec TODO-DOC
 * @param httpGet TODO-DOC
 * @param tcpSocket TODO-DOC
 * @param grpc TODO-DOC
 * @param initialDelaySeconds TODO-DOC
 * @param timeoutSeconds TODO-DOC
 * @param periodSeconds TODO-DOC
 * @param successThreshold TODO-DOC
 * @param failureThreshold TODO-DOC
 * @param terminationGracePeriodSeconds TODO-DOC
 */
@RecordBuilder
public record Probe(
    @Pb({1, 1}) @Nullable ExecAction exec,
    @Pb({1, 2}) @Nullable HTTPGetAction httpGet,
    @Pb({1, 3}) @Nullable TCPSocketAction tcpSocket,
    @Pb({1, 4}) @Nullable GRPCAction grpc,
    @Pb(2) int initialDelaySeconds,
    @Default("1") @Pb(3) int timeoutSeconds,
    @Default("10") @Pb(4) int periodSeconds,
    @Default("1") @Pb(5) int successThreshold,
    @Default("3") @Pb(6) int failureThreshold,
    @FeatureGate("ProbeTerminationGracePeriod") @Pb(7) @Nullable Long terminationGracePeriodSeconds)
    implements ProbeBuilder.With {

    /**
     * TODO-DOC.
     *
     * @param port TODO-DOC
     * @param service TODO-DOC
     */
    @RecordBuilder
    public record GRPCAction(
        @Required @Pb(1) int port,
        @Written @Default(value = "", published = true) @Pb(2) @Nullable String service)
        implements ProbeGRPCActionBuilder.With {
    }
}
