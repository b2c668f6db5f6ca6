/** Volumes and claims as the API server sees them: both begin Pending. Binding them is the governance layer's. */
@NullMarked
package io.kubelayers.nucleus.volume;

import org.jspecify.annotations.NullMarked;
