/**
 * Role-based access control (rbac.authorization.k8s.io/v1): who may do what, and why.
 *
 * <p>Model: Role, ClusterRole and their bindings. Decision: {@link io.kubelayers.governance.rbac.RbacEvaluator} over an
 * {@link io.kubelayers.governance.rbac.RbacPolicy}; it needs no cluster.
 *
 * <pre>{@code
 * var rbac = RbacEvaluator.of(RbacPolicy.of(objects));
 * var decision = rbac.authorize(
 *         AccessRequest.to(Users.user("alice", "devs"), "delete", "", "pods").withNamespace("team"));
 * decision.allowed();                    // false
 * System.out.println(Render.text(decision));
 * // - user/alice: User "alice" cannot delete resource "pods" in API group "" in the namespace "team"
 * //   · devs-read: RoleBinding "devs-read/team" of ClusterRole "reader" to Group "devs" grants get, list on pods, not delete
 * rbac.whoCan(request);                  // everybody who may, with the binding that lets them
 * rbac.rulesFor(user, "team");      // everything the user may do there
 * }</pre>
 */
@ApiPackage("rbac/v1")
@NullMarked
package io.kubelayers.governance.rbac;

import io.kubelayers.nucleus.api.ApiPackage;
import org.jspecify.annotations.NullMarked;
