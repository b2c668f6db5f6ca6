/**
 * Changes to JSON trees, as pure functions: RFC 6902 JSON patch, RFC 7386 merge patch and Kubernetes' strategic merge
 * patch; applied, found between two states, and found between three as {@code kubectl apply} does. Trees are plain maps,
 * lists and scalars; arguments are never modified.
 *
 * <pre>{@code
 * var schema = PatchSchema.of(Pod.class);
 * StrategicMergePatch.apply(pod, Map.of("spec", Map.of("containers", List.of(
 *         Map.of("name", "web", "image", "web:2")))), schema);          // the container called web gets another image
 * }</pre>
 *
 * <p>Where upstream differs from the RFCs, so do these; server-side apply is another matter and has its own package.
 */
@NullMarked
package io.kubelayers.nucleus.patch;

import org.jspecify.annotations.NullMarked;
