/** Resource, custom and external metrics. */
@ApiPackage("metrics/v1beta1")
@NullMarked
package io.kubelayers.governance.metrics;

import io.kubelayers.nucleus.api.ApiPackage;
import org.jspecify.annotations.NullMarked;
