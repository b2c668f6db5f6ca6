package io.kubelayers.nucleus.core;

import io.kubelayers.nucleus.api.Default;
import io.kubelayers.nucleus.api.FeatureGate;
import io.kubelayers.nucleus.api.Pb;
import io.kubelayers.nucleus.api.Required;
import io.kubelayers.nucleus.api.Written;
import io.soabase.recordbuilder.core.RecordBuilder;
import org.jspecify.annotations.Nullable;

/**
 * A periodic health check of a container and its timing.
 *
 * @param exec Command to run in the container.
 * @param httpGet HTTP request to send.
 * @param tcpSocket TCP connection to open.
 * @param grpc gRPC health call to make.
 * @param initialDelaySeconds Seconds to wait after container start before the first check; 0 means none.
 * @param timeoutSeconds Seconds after which one check counts as failed; at least 1, defaults to 1.
 * @param periodSeconds Seconds between checks; at least 1, defaults to 10.
 * @param successThreshold Successes in a row needed after a failure; defaults to 1, which liveness and startup
 *     require.
 * @param failureThreshold Failures in a row before the probe counts as failed; at least 1, defaults to 3.
 * @param terminationGracePeriodSeconds Seconds between stop signal and kill after a failed probe; null means the
 *     pod's value.
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
     * A call of the standard gRPC health service, used as a probe.
     *
     * @param port Port of the gRPC server, 1-65535.
     * @param service Service name in the health request; empty asks for the server as a whole.
     */
    @RecordBuilder
    public record GRPCAction(
            @Required @Pb(1) int port, @Written @Default(value = "", published = true) @Pb(2) @Nullable String service)
            implements ProbeGRPCActionBuilder.With {}
}
