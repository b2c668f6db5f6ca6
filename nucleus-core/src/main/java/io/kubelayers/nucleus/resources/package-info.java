/**
 * How much a pod takes: the arithmetic of resource lists, the effective requests and limits of a pod, and its class of
 * service. The scheduler reserves these amounts, quota charges them and the node agent enforces them, so they are
 * computed in one place.
 *
 * <p>Containers run together and add up; init containers run before them one by one, so the greatest of them counts;
 * a sidecar (an init container that restarts always) runs beside everything that comes after it:
 *
 * <pre>
 * init containers   sidecar ─────────────────────────────────►
 *                             migrate ──►
 * containers                              web ───────────────►
 *                                         log ───────────────►
 * needed            sidecar + max(migrate, web + log) + overhead
 * </pre>
 *
 * <pre>{@code
 * Map<String, Quantity> needed = PodResources.requests(pod);
 * if (!ResourceList.fits(needed, free)) {
 *     System.err.println(Render.text(PodFootprint.requests(pod)));
 * }
 * }</pre>
 *
 * <p>Not here: usage that was measured, and what a node offers.
 */
@NullMarked
package io.kubelayers.nucleus.resources;

import org.jspecify.annotations.NullMarked;
