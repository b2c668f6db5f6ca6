/** Custom resource definitions and their schemas (apiextensions.k8s.io/v1). */
@NullMarked
package io.kubelayers.nucleus.apiextensions;

import org.jspecify.annotations.NullMarked;
