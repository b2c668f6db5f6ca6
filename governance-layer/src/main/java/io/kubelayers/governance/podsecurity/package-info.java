/**
 * Pod Security Standards: how much a pod may ask of the node it runs on (k8s.io/pod-security-admission).
 *
 * <p>Three levels, each stricter than the one before: privileged allows everything, baseline forbids what is known to
 * break out of a container, restricted demands today's best practice. A level is a set of checks, one class each, and
 * checks change from version to version, so a policy is a level at a version. Labels of a namespace say which policy is
 * enforced on its pods, which is only audited, and which only warned about.
 *
 * <pre>
 *   PodSecurity        decision: which checks of a policy a pod violates
 *   PodSecurityReview  decision: what to answer to the write of a pod, a pod template or a namespace
 *   PodSecurityAdmission   shell: the admission plugin "PodSecurity"
 * </pre>
 *
 * <pre>{@code
 * var result = PodSecurity.standard().evaluate(LevelVersion.parse("restricted:v1.35"), pod);
 * result.allowed();         // false
 * result.forbiddenDetail(); // runAsNonRoot != true (pod or container "web" must set securityContext.runAsNonRoot=true)
 * }</pre>
 */
@NullMarked
package io.kubelayers.governance.podsecurity;

import org.jspecify.annotations.NullMarked;
