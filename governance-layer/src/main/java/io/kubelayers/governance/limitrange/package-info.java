/** Default, least and greatest resources of pods, containers and claims. */
@ApiPackage("core/v1")
@NullMarked
package io.kubelayers.governance.limitrange;

import io.kubelayers.nucleus.api.ApiPackage;
import org.jspecify.annotations.NullMarked;
