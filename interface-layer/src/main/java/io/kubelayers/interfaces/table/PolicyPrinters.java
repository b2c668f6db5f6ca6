package io.kubelayers.interfaces.table;

import static io.kubelayers.interfaces.table.Cells.age;
import static io.kubelayers.interfaces.table.Cells.name;
import static io.kubelayers.interfaces.table.Cells.row;

import io.kubelayers.governance.autoscaling.horizontal.HorizontalPodAutoscaler;
import io.kubelayers.governance.autoscaling.horizontal.HorizontalPodAutoscalerV1;
import io.kubelayers.governance.disruption.PodDisruptionBudget;
import io.kubelayers.governance.flowcontrol.FlowSchema;
import io.kubelayers.governance.flowcontrol.PriorityLevelConfiguration;
import io.kubelayers.governance.quota.ResourceQuota;
import io.kubelayers.governance.rbac.ClusterRoleBinding;
import io.kubelayers.governance.rbac.RoleBinding;
import io.kubelayers.nucleus.value.IntOrString;
import org.jspecify.annotations.Nullable;

/** The kinds by which a cluster is governed. */
final class PolicyPrinters {
    private PolicyPrinters() {}

    static void addTo(Printers printers) {
        printers.add(HorizontalPodAutoscaler.class, new HorizontalPodAutoscalerRow())
                .add(HorizontalPodAutoscalerV1.class, new HorizontalPodAutoscalerV1Row())
                .add(ResourceQuota.class, new ResourceQuotaRow())
                .add(FlowSchema.class, new FlowSchemaRow())
                .add(PriorityLevelConfiguration.class, new PriorityLevelRow())
                .add(
                        RoleBinding.class,
                        (binding, now) -> BindingRow.cells(binding, binding.roleRef(), binding.subjects(), now))
                .add(
                        ClusterRoleBinding.class,
                        (binding, now) -> BindingRow.cells(binding, binding.roleRef(), binding.subjects(), now))
                .add(
                        PodDisruptionBudget.class,
                        (budget, now) -> row(
                                name(budget),
                                bound(budget.spec().minAvailable()),
                                bound(budget.spec().maxUnavailable()),
                                budget.status().disruptionsAllowed(),
                                age(budget, now)));
    }

    private static String bound(@Nullable IntOrString bound) {
        return bound == null ? "N/A" : bound.toString();
    }
}
