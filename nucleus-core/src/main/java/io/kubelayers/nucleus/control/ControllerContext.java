package io.kubelayers.nucleus.control;

import io.kubelayers.nucleus.client.Client;
import io.kubelayers.nucleus.runtime.Runtime;
import io.kubelayers.nucleus.streaming.RuntimeLink;

/**
 * What a reconciler may use.
 *
 * @param client the API, as the controller's own service account
 * @param informers what the cluster looks like, without asking the API
 * @param runtime time and chance
 * @param memory what the controller remembers between calls
 * @param events tells people what happened
 * @param answers what higher layers answer
 * @param link where the node agent tells the API server how to reach its runtime
 * @param writes what admission has counted and is not stored yet
 * @param signals asks the controller to look at something that changed elsewhere than in the API
 */
public record ControllerContext(
        Client client,
        Informers informers,
        Runtime runtime,
        Memory memory,
        EventRecorder events,
        Answers answers,
        RuntimeLink link,
        WritesUnderWay writes,
        Signals signals) {}
