/** Disruption budgets and eviction (policy/v1). */
@ApiPackage("policy/v1")
@NullMarked
package io.kubelayers.governance.disruption;

import io.kubelayers.nucleus.api.ApiPackage;
import org.jspecify.annotations.NullMarked;
