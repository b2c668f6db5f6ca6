/** Ingress: HTTP routing into the cluster (networking.k8s.io/v1). */
@ApiPackage("networking/v1")
@NullMarked
package io.kubelayers.application.routing;

import io.kubelayers.nucleus.api.ApiPackage;
import org.jspecify.annotations.NullMarked;
