/** Reviews and requests about who somebody is (authentication.k8s.io/v1). */
@NullMarked
package io.kubelayers.nucleus.authentication;

import org.jspecify.annotations.NullMarked;
