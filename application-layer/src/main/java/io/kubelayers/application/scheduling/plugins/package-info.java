/**
 * The scheduler's plugins, one class each, with upstream's names and upstream's reasons to the letter.
 *
 * <p>They are the rules of Kubernetes' default profile as far as they are there. What is missing is not passed over in
 * silence: {@link io.kubelayers.application.scheduling.plugins.DynamicResources} and {@link
 * io.kubelayers.application.scheduling.plugins.GangScheduling} keep pods pending that depend on rules nobody checks yet, and
 * say which.
 *
 * <pre>{@code
 * Profile packed = Profile.standard().edit()
 *         .replace("NodeResourcesFit", NodeResourcesFit.scoring(ScoringStrategy.mostAllocated()))
 *         .build();
 * }</pre>
 *
 * <p>The contracts are in {@code scheduling.framework}, order and weights in {@code scheduling.Profile}.
 */
@NullMarked
package io.kubelayers.application.scheduling.plugins;

import org.jspecify.annotations.NullMarked;
