/** The scheduler and priority classes. */
@ApiPackage("scheduling/v1")
@NullMarked
package io.kubelayers.application.scheduling;

import io.kubelayers.nucleus.api.ApiPackage;
import org.jspecify.annotations.NullMarked;
