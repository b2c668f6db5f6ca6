/**
 * Server-side apply: who owns which fields of an object, and how what somebody applies is merged with what others own
 * (upstream's structured-merge-diff and apimachinery's {@code managedfields}).
 *
 * <p>{@link io.kubelayers.nucleus.apply.ServerSideApply} is the entry. It is a pure function of trees, the ownership that
 * {@code metadata.managedFields} records, and the {@link io.kubelayers.nucleus.apply.Shape} of the kind:
 *
 * <pre>{@code
 * var apply = ServerSideApply.of(Shape.of(Pod.class), "v1");
 * var first = apply.apply(Applied.nothing(), config, "alice", false, now);
 * apply.apply(first, otherConfig, "bob", false, now);     // ConflictException if both want a field
 * }</pre>
 *
 * <p>Trees are plain maps, lists and scalars; nothing here changes its arguments.
 */
@NullMarked
package io.kubelayers.nucleus.apply;

import org.jspecify.annotations.NullMarked;
