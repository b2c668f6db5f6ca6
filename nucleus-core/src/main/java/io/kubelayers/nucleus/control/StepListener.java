package io.kubelayers.nucleus.control;

/** Is told of every reconciliation: event logs, traces, and checkers of invariants, whose exceptions end the run. */
@FunctionalInterface
public interface StepListener {
    void stepped(Step step);
}
