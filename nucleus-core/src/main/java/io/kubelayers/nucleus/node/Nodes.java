package io.kubelayers.nucleus.node;

import io.kubelayers.nucleus.core.Node;
import java.util.TreeMap;

/** Questions about nodes, and how to make their agents stop. */
public final class Nodes {
    /** Annotation of a node whose agent does nothing, as if the machine had died; its value is {@value #STOPPED}. */
    public static final String AGENT = "kubelayers.io/agent";

    /** Value of the annotation {@value #AGENT}. */
    public static final String STOPPED = "stopped";

    private Nodes() {}

    /** The node with its agent stopped: its pods are neither started nor stopped nor reported, its lease runs out. */
    public static Node stopped(Node node) {
        var annotations = new TreeMap<>(node.metadata().annotations());
        annotations.put(AGENT, STOPPED);
        return node.withMetadata(node.metadata().withAnnotations(annotations));
    }

    /** The node with its agent at work. */
    public static Node started(Node node) {
        var annotations = new TreeMap<>(node.metadata().annotations());
        annotations.remove(AGENT);
        return node.withMetadata(node.metadata().withAnnotations(annotations));
    }

    public static boolean isStopped(Node node) {
        return STOPPED.equals(node.metadata().annotations().get(AGENT));
    }

    /** The node's address inside the cluster, "" while it has none. */
    public static String internalIp(Node node) {
        for (var address : node.status().addresses()) {
            if (address.type().equals(Node.AddressType.INTERNAL_IP)) {
                return address.address();
            }
        }
        return "";
    }
}
