/**
 * Which nodes a pod may run on as far as the labels, the name and the taints of a node decide it: node selectors, node
 * affinity, taints and tolerations.
 *
 * <p>All of it is a pure function of records, without a cluster or a scheduler. Compile what a pod asks for once, then
 * ask it of many nodes:
 *
 * <pre>{@code
 * var required = RequiredNodeAffinity.of(pod);
 * required.matches(node);
 * Render.text(required.explain(node));                       // which term, which requirement
 * PreferredNodeAffinity.of(terms).score(node);
 * TaintToleration.standard().firstUntolerated(node.spec().taints(), pod.spec().tolerations(), Taints::repelsPods);
 * }</pre>
 */
@NullMarked
package io.kubelayers.nucleus.affinity;

import org.jspecify.annotations.NullMarked;
