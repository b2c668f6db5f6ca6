/** Certificate signing requests (certificates.k8s.io/v1). */
@NullMarked
package io.kubelayers.nucleus.certificates;

import org.jspecify.annotations.NullMarked;
