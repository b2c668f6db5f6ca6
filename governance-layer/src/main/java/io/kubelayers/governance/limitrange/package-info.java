/**
 * Limit ranges of namespaces: defaults and bounds for the resources of single containers, pods and claims.
 *
 * <p>Model: {@link io.kubelayers.governance.limitrange.LimitRange}. Decision:
 * {@link io.kubelayers.governance.limitrange.LimitRangeMath}; it needs no cluster.
 *
 * <pre>{@code
 * var ranges = List.of(LimitRangeDefaults.of(range));
 * var filled = LimitRangeMath.applyDefaults(pod, ranges);
 * filled.explain();      // cpu, memory request for container web
 * LimitRangeMath.check(filled.pod(), ranges).explain();
 * // pods "web" is forbidden: maximum memory usage per Container is 512Mi, but limit is 1Gi
 * }</pre>
 */
@ApiPackage("core/v1")
@NullMarked
package io.kubelayers.governance.limitrange;

import io.kubelayers.nucleus.api.ApiPackage;
import org.jspecify.annotations.NullMarked;
