/** Leases: node heartbeats and leader election (coordination.k8s.io/v1). */
@NullMarked
package io.kubelayers.nucleus.coordination;

import org.jspecify.annotations.NullMarked;
