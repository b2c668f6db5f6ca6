/** API services of extension servers (apiregistration.k8s.io/v1). */
@NullMarked
package io.kubelayers.nucleus.apiregistration;

import org.jspecify.annotations.NullMarked;
