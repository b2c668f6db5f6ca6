/**
 * What the StatefulSet controller decides: pods with names, numbers and volumes of their own, started, stopped and
 * replaced in order.
 *
 * <pre>{@code
 * var decision = StatefulSetDecision.of(set, pods, claims, revisions, clock.instant());
 * decision.explain();     // waits for pod db-0 to be running and ready
 * }</pre>
 */
@NullMarked
package io.kubelayers.application.workloads.statefulset;

import org.jspecify.annotations.NullMarked;
