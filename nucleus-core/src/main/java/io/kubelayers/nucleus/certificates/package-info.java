/** Certificate signing requests (certificates.k8s.io/v1). */
@ApiPackage("certificates/v1")
@NullMarked
package io.kubelayers.nucleus.certificates;

import io.kubelayers.nucleus.api.ApiPackage;
import org.jspecify.annotations.NullMarked;
