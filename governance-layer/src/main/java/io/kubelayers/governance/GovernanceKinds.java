package io.kubelayers.governance;

import io.kubelayers.governance.autoscaling.horizontal.HorizontalPodAutoscaler;
import io.kubelayers.governance.autoscaling.horizontal.HorizontalPodAutoscalerV1;
import io.kubelayers.governance.disruption.Eviction;
import io.kubelayers.governance.disruption.EvictionV1beta1;
import io.kubelayers.governance.disruption.PodDisruptionBudget;
import io.kubelayers.governance.flowcontrol.FlowSchema;
import io.kubelayers.governance.flowcontrol.PriorityLevelConfiguration;
import io.kubelayers.governance.imagepolicy.ImageReview;
import io.kubelayers.governance.limitrange.LimitRange;
import io.kubelayers.governance.metrics.ExternalMetricValue;
import io.kubelayers.governance.metrics.MetricListOptions;
import io.kubelayers.governance.metrics.MetricValue;
import io.kubelayers.governance.metrics.NodeMetrics;
import io.kubelayers.governance.metrics.PodMetrics;
import io.kubelayers.governance.networkpolicy.NetworkPolicy;
import io.kubelayers.governance.quota.ResourceQuota;
import io.kubelayers.governance.rbac.ClusterRole;
import io.kubelayers.governance.rbac.ClusterRoleBinding;
import io.kubelayers.governance.rbac.Role;
import io.kubelayers.governance.rbac.RoleBinding;
import io.kubelayers.governance.storage.CSIStorageCapacity;
import io.kubelayers.governance.storage.StorageClass;
import io.kubelayers.governance.storage.VolumeAttributesClass;
import java.util.List;

/** The kinds of the governance layer, to be added to those of the layers below. */
public final class GovernanceKinds {
    /** Every record with a kind, in order of group priority. */
    public static final List<Class<?>> ALL = List.of(
            ResourceQuota.class,
            LimitRange.class,
            ClusterRole.class,
            ClusterRoleBinding.class,
            Role.class,
            RoleBinding.class,
            HorizontalPodAutoscaler.class,
            HorizontalPodAutoscalerV1.class,
            NetworkPolicy.class,
            PodDisruptionBudget.class,
            CSIStorageCapacity.class,
            StorageClass.class,
            VolumeAttributesClass.class,
            FlowSchema.class,
            PriorityLevelConfiguration.class,
            NodeMetrics.class,
            PodMetrics.class,
            Eviction.class,
            EvictionV1beta1.class,
            ImageReview.class,
            ExternalMetricValue.class,
            MetricListOptions.class,
            MetricValue.class);

    private GovernanceKinds() {}
}
