package io.kubelayers.application.scheduling.extender;

import io.soabase.recordbuilder.core.RecordBuilder;
import java.time.Duration;
import java.util.List;

/**
 * What a configuration says of an extender. Upstream: {@code Extender} of {@code kubescheduler.config.k8s.io/v1}. A verb
 * that is "" is not asked for; the others are appended to the URL.
 *
 * @param urlPrefix where it is
 * @param filterVerb asks which nodes it accepts
 * @param preemptVerb asks for what is left of the candidates of preemption
 * @param prioritizeVerb asks for scores
 * @param weight what these are multiplied with
 * @param bindVerb has it bind pods
 * @param enableHttps whether to use TLS; without an authority to trust, any certificate will do
 * @param tls how TLS is verified
 * @param httpTimeout how long to wait for an answer
 * @param nodeCacheCapable whether it knows the nodes itself and wants to be told only their names
 * @param managedResources it is asked only about pods that want one of these; about all if there are none
 * @param ignorable whether pods are scheduled without it while it cannot answer
 */
@RecordBuilder
public record ExtenderSettings(
        String urlPrefix,
        String filterVerb,
        String preemptVerb,
        String prioritizeVerb,
        int weight,
        String bindVerb,
        boolean enableHttps,
        ExtenderTls tls,
        Duration httpTimeout,
        boolean nodeCacheCapable,
        List<ManagedResource> managedResources,
        boolean ignorable)
        implements ExtenderSettingsBuilder.With {
    /** Upstream's {@code DefaultExtenderTimeout}. */
    public static final Duration DEFAULT_TIMEOUT = Duration.ofSeconds(5);

    public ExtenderSettings {
        managedResources = List.copyOf(managedResources);
        httpTimeout = httpTimeout.isZero() ? DEFAULT_TIMEOUT : httpTimeout;
    }

    /** An extender there that is asked nothing yet. */
    public static ExtenderSettings at(String urlPrefix) {
        return new ExtenderSettings(
                urlPrefix, "", "", "", 1, "", false, ExtenderTls.NONE, DEFAULT_TIMEOUT, false, List.of(), false);
    }
}
