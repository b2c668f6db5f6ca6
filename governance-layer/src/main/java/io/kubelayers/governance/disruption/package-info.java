/** Disruption budgets and eviction (policy/v1). */
@NullMarked
package io.kubelayers.governance.disruption;

import org.jspecify.annotations.NullMarked;
