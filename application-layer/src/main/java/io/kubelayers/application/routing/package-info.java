/**
 * Ingress: HTTP routing into the cluster (networking.k8s.io/v1).
 *
 * <pre>{@code
 * IngressRouting.of(ingress, "shop.example.com", "/cart").explain();
 * // goes to service cart:80 by shop.example.com Prefix /cart
 * }</pre>
 */
@ApiPackage("networking/v1")
@NullMarked
package io.kubelayers.application.routing;

import io.kubelayers.nucleus.api.ApiPackage;
import org.jspecify.annotations.NullMarked;
