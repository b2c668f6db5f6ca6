/** Resource quotas of namespaces. */
@NullMarked
package io.kubelayers.governance.quota;

import org.jspecify.annotations.NullMarked;
