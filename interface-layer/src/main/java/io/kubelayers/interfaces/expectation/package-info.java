/**
 * Expectations of a cluster, written in YAML beside the manifests they are about: what policies a team relies on, checked
 * before a change reaches a real cluster.
 *
 * <pre>
 * expect:
 * - can: {user: jane, groups: [developers], verb: delete, resource: pods, namespace: dev}
 * - cannot: {serviceAccount: dev/builder, verb: get, resource: secrets, namespace: dev}
 * - admitted: {file: web-pod.yaml}
 * - denied: {file: root-pod.yaml, reason: violates PodSecurity}
 * - reaches: {from: shop/web, toService: shop/db, port: 5432}
 * - doesNotReach: {from: ops/job, to: shop/db, port: 5432}
 * - fits: {files: [release/]}
 * - schedules: {pod: shop/web}
 * - doesNotSchedule: {file: big-pod.yaml, because: Insufficient cpu}
 * - drains: {node: node-1, within: 5m}
 * - scalesTo: {hpa: shop/web, load: {cpu: 900m}, replicas: 5}
 * </pre>
 *
 * <p>Each is answered by the same decision that the cluster itself makes, so a failed one comes with its reasons. Nothing
 * asked changes the cluster: what has to be tried is tried on a fork. {@code kubelayers test} runs them; the test kit
 * makes JUnit tests of them.
 */
@NullMarked
package io.kubelayers.interfaces.expectation;

import org.jspecify.annotations.NullMarked;
