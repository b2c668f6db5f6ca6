/** Recorded decisions of upstream's scheduler, compared with ours. */
@NullMarked
package io.kubelayers.application.scheduling.golden;

import org.jspecify.annotations.NullMarked;
