/** Long-running workloads: Deployment, ReplicaSet, StatefulSet, DaemonSet (apps/v1). */
@NullMarked
package io.kubelayers.application.workloads;

import org.jspecify.annotations.NullMarked;
