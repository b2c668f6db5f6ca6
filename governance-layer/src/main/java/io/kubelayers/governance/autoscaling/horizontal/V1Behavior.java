package io.kubelayers.governance.autoscaling.horizontal;

import io.kubelayers.governance.autoscaling.horizontal.AnnotationTree.Writer;
import io.kubelayers.governance.autoscaling.horizontal.HorizontalPodAutoscalerBehavior.HPAScalingPolicy;
import io.kubelayers.governance.autoscaling.horizontal.HorizontalPodAutoscalerBehavior.HPAScalingRules;
import io.kubelayers.nucleus.value.Absent;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The behavior in the annotation of autoscaling/v1. Upstream writes its internal type there, which has no JSON names: fields
 * begin with capitals and unset ones are null.
 */
final class V1Behavior {
    private V1Behavior() {}

    static Map<String, @Nullable Object> write(HorizontalPodAutoscalerBehavior behavior) {
        return new Writer()
                .field("ScaleUp", behavior.scaleUp() == null ? null : write(behavior.scaleUp()))
                .field("ScaleDown", behavior.scaleDown() == null ? null : write(behavior.scaleDown()))
                .tree();
    }

    private static Map<String, @Nullable Object> write(HPAScalingRules rules) {
        List<Map<String, @Nullable Object>> policies = new ArrayList<>();
        for (var policy : rules.policies()) {
            policies.add(new Writer()
                    .field("Type", policy.type())
                    .field("Value", policy.value())
                    .field("PeriodSeconds", policy.periodSeconds())
                    .tree());
        }
        return new Writer()
                .field("StabilizationWindowSeconds", rules.stabilizationWindowSeconds())
                .field("SelectPolicy", rules.selectPolicy())
                .field("Policies", policies.isEmpty() ? null : policies)
                .field("Tolerance", rules.tolerance())
                .tree();
    }

    /** The behavior; null if it says nothing. */
    static @Nullable HorizontalPodAutoscalerBehavior read(AnnotationTree tree) {
        var up = tree.child("ScaleUp");
        var down = tree.child("ScaleDown");
        return up == null && down == null
                ? null
                : new HorizontalPodAutoscalerBehavior(up == null ? null : rules(up), down == null ? null : rules(down));
    }

    private static HPAScalingRules rules(AnnotationTree tree) {
        var policies = new ArrayList<HPAScalingPolicy>();
        for (var policy : tree.children("Policies")) {
            policies.add(new HPAScalingPolicy(
                    Absent.text(policy.text("Type")),
                    Absent.or(policy.number("Value"), 0),
                    Absent.or(policy.number("PeriodSeconds"), 0)));
        }
        return new HPAScalingRules(
                tree.number("StabilizationWindowSeconds"),
                tree.text("SelectPolicy"),
                policies,
                tree.quantity("Tolerance"));
    }
}
