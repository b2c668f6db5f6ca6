package io.kubelayers.governance.disruption;

import io.kubelayers.application.scheduling.framework.DisruptionBudgets;
import io.kubelayers.nucleus.control.Informers;
import io.kubelayers.nucleus.meta.KubernetesObject;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Supplier;

/** Tells the scheduler's preemption about disruption budgets. */
public final class BudgetAnswers implements DisruptionBudgets {
    private final Supplier<List<PodDisruptionBudget>> budgets;

    private BudgetAnswers(Supplier<List<PodDisruptionBudget>> budgets) {
        this.budgets = budgets;
    }

    /** Of a running cluster. */
    public static BudgetAnswers of(Informers informers) {
        return new BudgetAnswers(
                () -> informers.lister(PodDisruptionBudget.class).list());
    }

    /** Of these objects; other kinds are passed over. */
    public static BudgetAnswers of(Collection<? extends KubernetesObject> objects) {
        var budgets = new ArrayList<PodDisruptionBudget>();
        for (var object : objects) {
            if (object instanceof PodDisruptionBudget budget) {
                budgets.add(budget);
            }
        }
        return new BudgetAnswers(() -> budgets);
    }

    @Override
    public List<Budget> all() {
        var answers = new ArrayList<Budget>();
        for (var budget : budgets.get()) {
            answers.add(new Budget(
                    budget.metadata().namespaceOrEmpty(),
                    budget.spec().selector(),
                    budget.status().disruptionsAllowed(),
                    budget.status().disruptedPods().keySet()));
        }
        return answers;
    }
}
