package io.kubelayers.nucleus.control;

/**
 * Brings one object a step nearer to what is wanted. Level-triggered: it looks at the present state, not at what
 * happened, so it may be called at any time and any number of times.
 */
@FunctionalInterface
public interface Reconciler {
    /**
     * Looks and acts.
     *
     * @return when to look again without a change
     * @throws RuntimeException to be asked again after a back-off (5 ms doubling to 1,000 s); conflicts are expected and
     *     are retried silently
     */
    Requeue reconcile(Request request);
}
