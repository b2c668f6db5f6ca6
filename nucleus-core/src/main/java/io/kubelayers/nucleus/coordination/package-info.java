/** Leases: node heartbeats and leader election (coordination.k8s.io/v1). */
@ApiPackage("coordination/v1")
@NullMarked
package io.kubelayers.nucleus.coordination;

import io.kubelayers.nucleus.api.ApiPackage;
import org.jspecify.annotations.NullMarked;
