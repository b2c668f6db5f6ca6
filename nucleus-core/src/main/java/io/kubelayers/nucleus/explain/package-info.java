/**
 * One shape for every explanation.
 *
 * <p>A decision is a record that is {@link io.kubelayers.nucleus.explain.Explained}: the answer, upstream's words for it
 * where upstream has any, and a tree of {@link io.kubelayers.nucleus.explain.Finding}s that says why. One renderer prints
 * any of them as text, JSON or HTML.
 *
 * <pre>{@code
 * var decision = rbac.authorize(request);
 * if (!decision.allowed()) {
 *     System.err.println(Render.text(decision));
 * }
 * }</pre>
 */
@NullMarked
package io.kubelayers.nucleus.explain;

import org.jspecify.annotations.NullMarked;
