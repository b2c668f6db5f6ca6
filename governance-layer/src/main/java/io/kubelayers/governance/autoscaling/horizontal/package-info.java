/** Horizontal pod autoscaling (autoscaling/v2, v1). */
@ApiPackage("autoscaling/v2")
@NullMarked
package io.kubelayers.governance.autoscaling.horizontal;

import io.kubelayers.nucleus.api.ApiPackage;
import org.jspecify.annotations.NullMarked;
