/** Metadata that all kinds share, and the options and answers of the API itself (meta.k8s.io/v1). */
@ApiPackage("meta/v1")
@NullMarked
package io.kubelayers.nucleus.meta;

import io.kubelayers.nucleus.api.ApiPackage;
import org.jspecify.annotations.NullMarked;
