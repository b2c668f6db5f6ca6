/** Image reviews (imagepolicy.k8s.io/v1alpha1). */
@ApiPackage("imagepolicy/v1alpha1")
@NullMarked
package io.kubelayers.governance.imagepolicy;

import io.kubelayers.nucleus.api.ApiPackage;
import org.jspecify.annotations.NullMarked;
