/** Ingress: HTTP routing into the cluster (networking.k8s.io/v1). */
@NullMarked
package io.kubelayers.application.routing;

import org.jspecify.annotations.NullMarked;
