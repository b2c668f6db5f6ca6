package io.kubelayers.application.scheduling;

import io.kubelayers.application.scheduling.framework.CycleState;

/**
 * A placement and what the rest of the cycle needs.
 *
 * @param placement the answer
 * @param state what the plugins computed on the way
 * @param nextStart the place in the snapshot at which the next pod's search is to start
 */
record Decision(Placement placement, CycleState state, int nextStart) {}
