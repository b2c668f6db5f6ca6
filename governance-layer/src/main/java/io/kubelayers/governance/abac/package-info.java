/**
 * Attribute-based access control: policy files of the authorization mode ABAC (abac.authorization.kubernetes.io/v1beta1).
 *
 * <p>A file has one policy a line, in JSON; a request is allowed if some line matches it, and nothing is ever denied for
 * good. Old installations have such files; here one can ask what they allow before replacing them by roles.
 *
 * <pre>{@code
 * var policy = AbacPolicy.parse("abac.jsonl", """
 *     {"apiVersion": "abac.authorization.kubernetes.io/v1beta1", "kind": "Policy",
 *      "spec": {"user": "alice", "namespace": "*", "resource": "*", "apiGroup": "*"}}""".replace("\n", ""));
 * policy.authorize(AccessRequest.to(Users.user("alice"), "delete", "", "pods")).allowed(); // true
 * }</pre>
 */
@NullMarked
package io.kubelayers.governance.abac;

import org.jspecify.annotations.NullMarked;
