package io.kubelayers.nucleus.core;

import io.kubelayers.nucleus.api.DeprecatedField;
import io.kubelayers.nucleus.api.EnumValues;
import io.kubelayers.nucleus.api.Pb;
import io.kubelayers.nucleus.api.Required;
import io.soabase.recordbuilder.core.RecordBuilder;
import org.jspecify.annotations.Nullable;

/**
 * TODO-DOC.
 *
 * @param postStart TODO-DOC
 * @param preStop TODO-DOC
 * @param stopSignal TODO-DOC
 */
@RecordBuilder
public record Lifecycle(
    @Pb(1) @Nullable Handler postStart,
    @Pb(2) @Nullable Handler preStop,
    @EnumValues(Signal.class) @Pb(3) @Nullable String stopSignal)
    implements LifecycleBuilder.With {

    /**
     * TODO-DOC.
     *
     * @param seconds TODO-DOC
     */
    @RecordBuilder
    public record SleepAction(
        @Required @Pb(1) long seconds)
        implements LifecycleSleepActionBuilder.With {
    }

    /**
     * TODO-DOC.
     *
     * @param exec TODO-DOC
     * @param httpGet TODO-DOC
     * @param tcpSocket TODO-DOC
     * @param sleep TODO-DOC
     */
    @RecordBuilder
    public record Handler(
        @Pb(1) @Nullable ExecAction exec,
        @Pb(2) @Nullable HTTPGetAction httpGet,
        @DeprecatedField @Pb(3) @Nullable TCPSocketAction tcpSocket,
        @Pb(4) @Nullable SleepAction sleep)
        implements LifecycleHandlerBuilder.With {
    }
}
