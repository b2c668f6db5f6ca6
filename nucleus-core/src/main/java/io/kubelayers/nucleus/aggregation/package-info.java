/**
 * Who serves which version of which group, as {@code APIService} objects: those that the server makes for what it serves
 * itself, and the order in which discovery lists groups (kube-aggregator).
 *
 * <pre>{@code
 * var order = ServedGroups.of(served, apiServices);
 * order.groups();              // [apiregistration.k8s.io, apps, events.k8s.io, …]
 * order.versions("apps");      // [v1]
 * }</pre>
 */
@NullMarked
package io.kubelayers.nucleus.aggregation;

import org.jspecify.annotations.NullMarked;
