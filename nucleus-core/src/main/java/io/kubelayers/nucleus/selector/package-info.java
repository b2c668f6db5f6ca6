/**
 * Label selectors and field selectors: how everything in Kubernetes chooses objects.
 *
 * <p>A {@link io.kubelayers.nucleus.selector.Selector} is a compiled conjunction of
 * {@link io.kubelayers.nucleus.selector.Requirement}s on labels; it comes from text as given to {@code kubectl -l},
 * from the {@code LabelSelector} of a spec, or from a map. A
 * {@link io.kubelayers.nucleus.selector.FieldSelector} compares fields such as {@code status.phase}.
 * {@link io.kubelayers.nucleus.selector.LabelSelectors} has what concerns the record alone: its text, its validation.
 *
 * <pre>{@code
 * var selector = Selector.parse("app=web,tier in (front,back),!canary");
 * selector.matches(pod.metadata().labels());
 * Selector.allOf(Requirement.in("zone", "a", "b"), Requirement.exists("gpu")).toString();   // gpu,zone in (a,b)
 * FieldSelector.parse("spec.nodeName=n1").matches(field -> fieldOf(pod, field));
 * }</pre>
 */
@NullMarked
package io.kubelayers.nucleus.selector;

import org.jspecify.annotations.NullMarked;
