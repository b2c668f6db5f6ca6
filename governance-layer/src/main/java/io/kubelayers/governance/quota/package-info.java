/** Resource quotas of namespaces. */
@ApiPackage("core/v1")
@NullMarked
package io.kubelayers.governance.quota;

import io.kubelayers.nucleus.api.ApiPackage;
import org.jspecify.annotations.NullMarked;
