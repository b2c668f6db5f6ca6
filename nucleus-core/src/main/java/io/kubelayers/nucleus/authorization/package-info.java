/** Reviews about what somebody may do (authorization.k8s.io/v1). */
@NullMarked
package io.kubelayers.nucleus.authorization;

import org.jspecify.annotations.NullMarked;
