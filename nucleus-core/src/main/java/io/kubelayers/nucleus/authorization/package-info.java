/** Reviews about what somebody may do (authorization.k8s.io/v1). */
@ApiPackage("authorization/v1")
@NullMarked
package io.kubelayers.nucleus.authorization;

import io.kubelayers.nucleus.api.ApiPackage;
import org.jspecify.annotations.NullMarked;
