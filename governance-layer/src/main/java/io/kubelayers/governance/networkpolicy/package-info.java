/** Which pods may talk to which (networking.k8s.io/v1). */
@NullMarked
package io.kubelayers.governance.networkpolicy;

import org.jspecify.annotations.NullMarked;
