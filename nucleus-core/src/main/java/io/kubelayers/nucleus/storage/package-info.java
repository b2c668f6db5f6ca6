/** Node-side storage kinds: CSI drivers, what a node has of them, attachments (storage.k8s.io/v1). */
@ApiPackage("storage/v1")
@NullMarked
package io.kubelayers.nucleus.storage;

import io.kubelayers.nucleus.api.ApiPackage;
import org.jspecify.annotations.NullMarked;
