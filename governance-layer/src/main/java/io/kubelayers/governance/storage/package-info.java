/** Storage classes, capacity and volume attributes (storage.k8s.io/v1). */
@ApiPackage("storage/v1")
@NullMarked
package io.kubelayers.governance.storage;

import io.kubelayers.nucleus.api.ApiPackage;
import org.jspecify.annotations.NullMarked;
