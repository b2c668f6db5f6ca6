package io.kubelayers.interfaces.tour;

import io.kubelayers.application.workloads.Deployment;
import io.kubelayers.application.workloads.PodTemplateSpec;
import io.kubelayers.application.workloads.StatefulSet;
import io.kubelayers.governance.autoscaling.horizontal.HorizontalPodAutoscaler;
import io.kubelayers.governance.metrics.UsageCurve;
import io.kubelayers.governance.metrics.UsageModel;
import io.kubelayers.governance.metrics.UsageRule;
import io.kubelayers.nucleus.core.PodBuilder;
import io.kubelayers.nucleus.core.ResourceName;
import io.kubelayers.nucleus.meta.KubernetesObject;
import io.kubelayers.nucleus.meta.LabelSelector;
import io.kubelayers.nucleus.resources.PodResources;
import io.kubelayers.nucleus.resources.ResourceList;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What the customers of an application do all day: for each autoscaled workload a wave of CPU use, lowest at two in the
 * morning and highest at two in the afternoon, sized so that the autoscaler uses most of its range.
 *
 * @param demands one an autoscaler
 */
record DayOfLoad(List<Demand> demands) {
    private static final LocalTime PEAK = LocalTime.of(14, 0);
    private static final double LOW = 0.5;
    private static final double HIGH = 0.8;
    private static final double NOISE = 0.05;
    private static final int USUAL_UTILIZATION = 80;

    /**
     * The demand on one workload.
     *
     * @param key namespace and name of its autoscaler
     * @param pods labels of its pods
     * @param curve CPU use of all of its pods together, in cores
     */
    record Demand(String key, String namespace, LabelSelector pods, UsageCurve curve) {}

    private record Workload(@Nullable LabelSelector selector, PodTemplateSpec template) {}

    static DayOfLoad of(List<KubernetesObject> objects, long seed) {
        var demands = new ArrayList<Demand>();
        for (var object : objects) {
            if (object instanceof HorizontalPodAutoscaler hpa) {
                var workload = workload(hpa, objects);
                if (workload != null && workload.selector() != null) {
                    demands.add(new Demand(
                            Names.key(hpa),
                            Names.namespace(hpa),
                            workload.selector(),
                            curve(hpa, workload.template()).noisy(seed, NOISE)));
                }
            }
        }
        return new DayOfLoad(List.copyOf(demands));
    }

    private static @Nullable Workload workload(HorizontalPodAutoscaler hpa, List<KubernetesObject> objects) {
        var target = hpa.spec().scaleTargetRef();
        for (var object : objects) {
            if (Objects.equals(object.metadata().name(), target.name())
                    && Names.namespace(object).equals(Names.namespace(hpa))) {
                if (object instanceof Deployment deployment && target.kind().equals("Deployment")) {
                    return new Workload(
                            deployment.spec().selector(), deployment.spec().template());
                }
                if (object instanceof StatefulSet set && target.kind().equals("StatefulSet")) {
                    return new Workload(set.spec().selector(), set.spec().template());
                }
            }
        }
        return null;
    }

    private static UsageCurve curve(HorizontalPodAutoscaler hpa, PodTemplateSpec template) {
        var pod = PodBuilder.builder().spec(template.spec()).build();
        double request =
                ResourceList.get(PodResources.requests(pod), ResourceName.CPU).toDouble();
        double target = request * utilization(hpa) / 100;
        var least = hpa.spec().minReplicas();
        return UsageCurve.day(
                target * (least == null ? 1 : least) * LOW, target * hpa.spec().maxReplicas() * HIGH, PEAK);
    }

    private static int utilization(HorizontalPodAutoscaler hpa) {
        for (var metric : hpa.spec().metrics()) {
            var resource = metric.resource();
            if (resource != null
                    && resource.name().equals(ResourceName.CPU)
                    && resource.target().averageUtilization() != null) {
                return resource.target().averageUtilization();
            }
        }
        return USUAL_UTILIZATION;
    }

    /** The same for the cluster's metrics. */
    UsageModel model() {
        var model = UsageModel.IDLE;
        for (var demand : demands) {
            model = model.with(
                    UsageRule.pods(demand.namespace(), demand.pods()).shared(ResourceName.CPU, demand.curve()));
        }
        return model;
    }
}
