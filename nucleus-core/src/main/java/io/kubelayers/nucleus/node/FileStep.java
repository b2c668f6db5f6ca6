package io.kubelayers.nucleus.node;

import io.kubelayers.nucleus.files.FileDifference;
import java.time.Instant;

/**
 * A change of files that the main process of a container is going to make.
 *
 * @param at when
 * @param run which run does it
 * @param store in which tree
 * @param change what is changed
 */
record FileStep(Instant at, String run, String store, FileDifference change) {}
