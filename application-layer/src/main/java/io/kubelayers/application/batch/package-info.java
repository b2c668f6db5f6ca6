/**
 * Jobs and cron jobs (batch/v1), and what the Job controller decides.
 *
 * <pre>{@code
 * var decision = JobDecision.of(job, pods, clock.instant());
 * decision.explain();      // 2 of 5 completions, 1 active: creates 2 pods
 * }</pre>
 */
@ApiPackage("batch/v1")
@NullMarked
package io.kubelayers.application.batch;

import io.kubelayers.nucleus.api.ApiPackage;
import org.jspecify.annotations.NullMarked;
