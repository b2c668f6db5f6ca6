package io.kubelayers.nucleus.control;

import io.kubelayers.nucleus.client.Client;
import io.kubelayers.nucleus.runtime.Runtime;

/**
 * What a reconciler may use.
 *
 * @param client the API, as the controller's own service account
 * @param informers what the cluster looks like, without asking the API
 * @param runtime time and chance
 * @param memory what the controller remembers between calls
 * @param events tells people what happened
 * @param answers what higher layers answer
 */
public record ControllerContext(
        Client client, Informers informers, Runtime runtime, Memory memory, EventRecorder events, Answers answers) {}
