/**
 * What the agents of nodes may do: read what their own pods need, and write about themselves and their pods, so that a
 * node that fell into wrong hands betrays its own pods and no others.
 *
 * <pre>
 *   NodeRelations     decision: does this object belong to a pod of that node?
 *   NodeAuthorizer    shell: authorization mode "Node"
 *   NodeRestriction   shell: the admission plugin of that name, which sees the content of writes too
 * </pre>
 *
 * <p>Both know a node by its user, {@code system:node:NAME} in group {@code system:nodes}.
 *
 * <pre>{@code
 * var authorizer = new NodeAuthorizer(informers);
 * authorizer.authorize(AccessRequest.to(Users.node("node-1"), "get", "", "secrets")
 *         .withNamespace("shop").withName("db"))
 *     .reason(); // no relationship found between node 'node-1' and this object
 * }</pre>
 */
@NullMarked
package io.kubelayers.governance.nodeaccess;

import org.jspecify.annotations.NullMarked;
