package io.kubelayers.nucleus.core;

import io.kubelayers.nucleus.api.DeprecatedField;
import io.kubelayers.nucleus.api.EnumValues;
import io.kubelayers.nucleus.api.FeatureGate;
import io.kubelayers.nucleus.api.Pb;
import io.kubelayers.nucleus.api.Required;
import io.kubelayers.nucleus.api.TypeName;
import io.soabase.recordbuilder.core.RecordBuilder;
import org.jspecify.annotations.Nullable;

/**
 * Hooks that run when a container starts or is about to stop.
 *
 * @param postStart Runs right after the container is created; failure kills the container.
 * @param preStop Runs before the stop signal, within the grace period; skipped when the process ends by itself.
 * @param stopSignal Signal sent to stop the container; null means the image's or runtime's choice.
 */
@RecordBuilder
public record Lifecycle(
        @Pb(1) @Nullable Handler postStart,
        @Pb(2) @Nullable Handler preStop,
        @FeatureGate("ContainerStopSignals") @EnumValues(Signal.class) @Pb(3) @Nullable String stopSignal)
        implements LifecycleBuilder.With {

    /**
     * A pause used as a lifecycle hook.
     *
     * @param seconds Length of the pause in seconds, from 0 to the pod's grace period.
     */
    @RecordBuilder
    public record SleepAction(@Required @Pb(1) long seconds) implements LifecycleSleepActionBuilder.With {}

    /**
     * The action that a lifecycle hook performs; exactly one member is set.
     *
     * @param exec Command to run in the container.
     * @param httpGet HTTP request to send.
     * @param tcpSocket Not supported as a hook and always fails; kept for compatibility, deprecated.
     * @param sleep Pause of a fixed length.
     */
    @TypeName("LifecycleHandler")
    @RecordBuilder
    public record Handler(
            @Pb(1) @Nullable ExecAction exec,
            @Pb(2) @Nullable HTTPGetAction httpGet,
            @DeprecatedField @Pb(3) @Nullable TCPSocketAction tcpSocket,
            @Pb(4) @Nullable SleepAction sleep)
            implements LifecycleHandlerBuilder.With {}
}
