/**
 * Layer 3, the governance layer: access policy, quota, autoscaling, disruption. This package lists its kinds.
 *
 * <pre>{@code
 * TypeRegistry types = TypeRegistry.of(NucleusKinds.ALL).withAll(ApplicationKinds.ALL).withAll(GovernanceKinds.ALL);
 * }</pre>
 */
@NullMarked
package io.kubelayers.governance;

import org.jspecify.annotations.NullMarked;
