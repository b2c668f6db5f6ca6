/** Jobs and cron jobs (batch/v1). */
@NullMarked
package io.kubelayers.application.batch;

import org.jspecify.annotations.NullMarked;
