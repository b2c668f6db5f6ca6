package io.kubelayers.application.scheduling.framework;

/**
 * A plugin whose Filter and raw Score depend on the pod and the one node alone: not on other nodes, other objects, or
 * what happened before. The framework may then ask once for all pods that are alike, until the node changes.
 *
 * <p>What its PreFilter and PreScore write must depend on the pod alone. Of the pod it may read
 * {@link PodInfo#requests}, {@link PodInfo#hostPorts} and, of the spec, tolerations, nodeSelector, affinity and nodeName;
 * nothing else, since pods that agree in these are taken to be alike.
 */
public interface NodeLocal extends Plugin {}
