package io.kubelayers.application.workloads.deployment;

import io.kubelayers.application.workloads.ReplicaSet;
import org.jspecify.annotations.Nullable;

/**
 * One entry of a Deployment's rollout history.
 *
 * @param number the revision, higher is newer
 * @param changeCause what the user noted about it; null if nothing
 * @param replicaSet the set that holds its template
 */
public record RolloutRevision(long number, @Nullable String changeCause, ReplicaSet replicaSet) {}
