package io.kubelayers.governance;

import io.kubelayers.governance.autoscaling.horizontal.HpaOptions;
import io.kubelayers.governance.metrics.MetricsSource;
import io.kubelayers.governance.podsecurity.PodSecurityConfiguration;
import io.kubelayers.nucleus.access.Authorizer;
import io.soabase.recordbuilder.core.RecordBuilder;
import java.util.List;

/**
 * What of the layer can be had otherwise.
 *
 * @param metrics where metrics come from
 * @param autoscaling settings of the autoscaler
 * @param scaleToZero whether autoscalers may go down to no replica
 * @param podSecurity policies of namespaces without labels
 * @param more authorizers asked after the roles
 * @param storageClass whether there is a storage class at the start
 * @param metricsApis whether metrics are served
 * @param nodes whether agents of nodes are authorized by what belongs to their pods
 */
@RecordBuilder
record GovernanceOptions(
        MetricsSource.Factory metrics,
        HpaOptions autoscaling,
        boolean scaleToZero,
        PodSecurityConfiguration podSecurity,
        List<Authorizer> more,
        boolean storageClass,
        boolean metricsApis,
        boolean nodes)
        implements GovernanceOptionsBuilder.With {
    GovernanceOptions {
        more = List.copyOf(more);
    }
}
