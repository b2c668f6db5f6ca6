package io.kubelayers.interfaces.cli;

import io.kubelayers.nucleus.cluster.NodeTemplate;
import picocli.CommandLine.Option;

/** How large the nodes of a command's cluster are. */
final class NodeSizeOptions {
    @Option(
            names = "--node-cpu",
            paramLabel = "CPU",
            defaultValue = "4",
            description = "CPU of each node. Default: ${DEFAULT-VALUE}.")
    private String cpu = "4";

    @Option(
            names = "--node-memory",
            paramLabel = "MEMORY",
            defaultValue = "16Gi",
            description = "Memory of each node. Default: ${DEFAULT-VALUE}.")
    private String memory = "16Gi";

    /** Gives a node this size. */
    NodeTemplate of(NodeTemplate node) {
        return node.cpu(cpu).memory(memory);
    }
}
