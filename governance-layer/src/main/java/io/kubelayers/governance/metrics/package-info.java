/** Resource, custom and external metrics. */
@NullMarked
package io.kubelayers.governance.metrics;

import org.jspecify.annotations.NullMarked;
