/** Jobs and cron jobs (batch/v1). */
@ApiPackage("batch/v1")
@NullMarked
package io.kubelayers.application.batch;

import io.kubelayers.nucleus.api.ApiPackage;
import org.jspecify.annotations.NullMarked;
