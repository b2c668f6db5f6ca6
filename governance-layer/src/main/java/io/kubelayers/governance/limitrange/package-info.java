/** Default, least and greatest resources of pods, containers and claims. */
@NullMarked
package io.kubelayers.governance.limitrange;

import org.jspecify.annotations.NullMarked;
