/**
 * Which pods may talk to which (networking.k8s.io/v1).
 *
 * <p>A pod that no policy selects for a direction may talk to anybody in that direction. One that some policy selects is
 * isolated: it may do only what some rule of some such policy allows. A connection needs both ends: egress of its
 * source and ingress of its destination.
 *
 * <pre>
 *   NetworkReachability   decision: policies compiled against the pods of a cluster
 *     .verdict(…)           one connection, with the rule that allows it or the policies that isolate
 *     .toService(…)         the same through the endpoints of a service
 *     .matrix()             everybody to everybody, as sets of ports
 *   NetworkDifference     what a change of policies opens and closes
 *   NetworkReview         pods nobody reaches, pods open to all, policies without effect
 *   NetworkPicture        DOT and SVG
 * </pre>
 *
 * <pre>{@code
 * var network = NetworkReachability.of(namespaces, pods, policies);
 * var verdict = network.verdict(NetworkConnection.tcp(pod("shop", "web"), pod("shop", "db"), 5432));
 * verdict.allowed(); // false
 * verdict.explain(); // pod shop/web may not connect to pod shop/db on TCP 5432: ingress is isolated by …
 * }</pre>
 *
 * <p>The model is that of the API's documentation: one new connection, before any address translation; replies are part
 * of it. A pod always reaches itself and the node it runs on, and is reached from there. Pods in the network of their node
 * are not selected and are seen as an address.
 */
@ApiPackage("networking/v1")
@NullMarked
package io.kubelayers.governance.networkpolicy;

import io.kubelayers.nucleus.api.ApiPackage;
import org.jspecify.annotations.NullMarked;
