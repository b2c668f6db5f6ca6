package io.kubelayers.application.scheduling.framework;

import java.util.List;

/** Looks at the feasible nodes together before each is scored. */
public interface PreScorePlugin extends Plugin {
    /** Success, skip (its Score is left out this cycle), or an error. */
    Status preScore(CycleState state, PodInfo pod, List<NodeInfo> nodes);
}
