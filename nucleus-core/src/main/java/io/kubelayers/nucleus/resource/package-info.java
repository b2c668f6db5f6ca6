/** Dynamic resource allocation: devices, their slices, classes and claims (resource.k8s.io/v1). */
@ApiPackage("resource/v1")
@NullMarked
package io.kubelayers.nucleus.resource;

import io.kubelayers.nucleus.api.ApiPackage;
import org.jspecify.annotations.NullMarked;
