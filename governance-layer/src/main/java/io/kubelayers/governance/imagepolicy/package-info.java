/** Image reviews (imagepolicy.k8s.io/v1alpha1). */
@NullMarked
package io.kubelayers.governance.imagepolicy;

import org.jspecify.annotations.NullMarked;
