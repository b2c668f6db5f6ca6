/** Custom resource definitions and their schemas (apiextensions.k8s.io/v1). */
@ApiPackage("apiextensions/v1")
@NullMarked
package io.kubelayers.nucleus.apiextensions;

import io.kubelayers.nucleus.api.ApiPackage;
import org.jspecify.annotations.NullMarked;
