/** API services of extension servers (apiregistration.k8s.io/v1). */
@ApiPackage("apiregistration/v1")
@NullMarked
package io.kubelayers.nucleus.apiregistration;

import io.kubelayers.nucleus.api.ApiPackage;
import org.jspecify.annotations.NullMarked;
