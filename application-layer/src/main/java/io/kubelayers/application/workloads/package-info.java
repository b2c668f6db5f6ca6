/**
 * Long-running workloads: Deployment, ReplicaSet, StatefulSet, DaemonSet (apps/v1), and what all their controllers share.
 *
 * <p>The records are the API. Each controller decides in a package of its own, by pure functions over these records;
 * shared here are ownership ({@link io.kubelayers.application.workloads.ControllerRef}, {@link
 * io.kubelayers.application.workloads.Claims}), what counts as ready and available ({@link
 * io.kubelayers.application.workloads.PodAvailability}) and which pod goes first ({@link
 * io.kubelayers.application.workloads.PodDeletionOrder}).
 */
@ApiPackage("core/v1")
@NullMarked
package io.kubelayers.application.workloads;

import io.kubelayers.nucleus.api.ApiPackage;
import org.jspecify.annotations.NullMarked;
