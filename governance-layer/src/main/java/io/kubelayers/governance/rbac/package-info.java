/** Role-based access control (rbac.authorization.k8s.io/v1). */
@NullMarked
package io.kubelayers.governance.rbac;

import org.jspecify.annotations.NullMarked;
