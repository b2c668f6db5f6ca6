/** Dynamic resource allocation: devices, their slices, classes and claims (resource.k8s.io/v1). */
@NullMarked
package io.kubelayers.nucleus.resource;

import org.jspecify.annotations.NullMarked;
