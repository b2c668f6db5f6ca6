package io.kubelayers.nucleus.cluster;

import io.kubelayers.nucleus.access.Authorizer;
import io.kubelayers.nucleus.client.Client;
import io.kubelayers.nucleus.control.Informers;
import io.kubelayers.nucleus.control.Memory;
import io.kubelayers.nucleus.control.WritesUnderWay;
import io.kubelayers.nucleus.runtime.Runtime;
import io.kubelayers.nucleus.server.StoredObjects;
import io.kubelayers.nucleus.streaming.RuntimeLink;

/**
 * The cluster that a layer's parts are made for.
 *
 * @param client the API as administrator, for parts that write (quota admission commits usage); they run inside requests,
 *     so they must not wait for controllers
 * @param informers what the cluster looks like now; in process this is never stale
 * @param objects changes stored objects past their rules, for subresources whose purpose that is
 * @param runtime time and chance
 * @param authorizer who may do what, by all layers together; to be asked inside requests only
 * @param memory what the layer's parts remember; forks with the cluster
 * @param link the runtime of the cluster's nodes, once their agent has started
 * @param writes what admission has counted and is not stored yet
 */
public record LayerContext(
        Client client,
        Informers informers,
        StoredObjects objects,
        Runtime runtime,
        Authorizer authorizer,
        Memory memory,
        RuntimeLink link,
        WritesUnderWay writes) {}
