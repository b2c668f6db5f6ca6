/** Which pods may talk to which (networking.k8s.io/v1). */
@ApiPackage("networking/v1")
@NullMarked
package io.kubelayers.governance.networkpolicy;

import io.kubelayers.nucleus.api.ApiPackage;
import org.jspecify.annotations.NullMarked;
