/**
 * The scheduler: finds a node for each pod, and says why.
 *
 * <p>Layer 2, on top of the nucleus' pods and nodes; the nucleus does not know it. Three ways in:
 *
 * <ul>
 *   <li>{@link io.kubelayers.application.scheduling.Scheduling}, the decision as a pure function over records, without
 *       a cluster: where would this pod go, what if a node were gone, how many replicas fit.
 *   <li>{@link io.kubelayers.application.scheduling.Profile}, the plugins and weights it decides by; one's own plugin
 *       is a class of 20 lines, see {@code scheduling.framework}.
 *   <li>{@link io.kubelayers.application.scheduling.SchedulingCycle} and {@link
 *       io.kubelayers.application.scheduling.BindingCycle}, the steps a running scheduler takes with each pod of the
 *       queue in {@code scheduling.queue}.
 * </ul>
 *
 * <pre>{@code
 * var placement = Scheduling.on(nodes, pods).place(pod);
 * if (!placement.isScheduled()) {
 *     System.err.println(placement.explain());
 * }
 * }</pre>
 *
 * <pre>
 * scheduling            the decision, profiles, cycles
 *   ├─ queue            the pods that wait
 *   ├─ plugins          the rules of the default profile
 *   └─ framework        what a plugin sees and answers
 * </pre>
 */
@ApiPackage("scheduling/v1")
@NullMarked
package io.kubelayers.application.scheduling;

import io.kubelayers.nucleus.api.ApiPackage;
import org.jspecify.annotations.NullMarked;
