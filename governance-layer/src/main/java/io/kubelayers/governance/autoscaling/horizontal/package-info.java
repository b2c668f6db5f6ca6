/** Horizontal pod autoscaling (autoscaling/v2, v1). */
@NullMarked
package io.kubelayers.governance.autoscaling.horizontal;

import org.jspecify.annotations.NullMarked;
