/** Reviews and requests about who somebody is (authentication.k8s.io/v1). */
@ApiPackage("authentication/v1")
@NullMarked
package io.kubelayers.nucleus.authentication;

import io.kubelayers.nucleus.api.ApiPackage;
import org.jspecify.annotations.NullMarked;
