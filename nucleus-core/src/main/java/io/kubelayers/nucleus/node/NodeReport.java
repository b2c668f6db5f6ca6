package io.kubelayers.nucleus.node;

import io.kubelayers.nucleus.core.Node;
import io.kubelayers.nucleus.core.NodeCondition;
import io.kubelayers.nucleus.core.NodeConditionBuilder;
import io.kubelayers.nucleus.core.NodeStatusBuilder;
import io.kubelayers.nucleus.core.NodeSystemInfoBuilder;
import io.kubelayers.nucleus.meta.ConditionStatus;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** What an agent says of its node (kubelet {@code nodestatus/setters.go}); what others have said already stays. */
final class NodeReport {
    /** Where a kubelet listens. */
    private static final int PORT = 10250;

    private NodeReport() {}

    /** The status of the node with everything that an agent reports. */
    static Node.Status status(Node node, int number, Instant timestamp) {
        var status = node.status();
        var report = NodeStatusBuilder.builder(status);
        if (status.addresses().isEmpty()) {
            report.addresses(List.of(
                    new Node.Address(Node.AddressType.INTERNAL_IP, NodeNumbers.address(number)),
                    new Node.Address(Node.AddressType.HOSTNAME, node.metadata().nameOrEmpty())));
        }
        if (status.allocatable().isEmpty()) {
            report.allocatable(status.capacity());
        }
        if (status.nodeInfo().kubeletVersion().isEmpty()) {
            report.nodeInfo(info(node));
        }
        if (status.daemonEndpoints().kubeletEndpoint().port() == 0) {
            report.daemonEndpoints(new Node.DaemonEndpoints(new Node.DaemonEndpoint(PORT)));
        }
        var conditions = new ArrayList<>(status.conditions());
        set(
                conditions,
                NodeCondition.Type.MEMORY_PRESSURE,
                false,
                "KubeletHasSufficientMemory",
                "kubelet has sufficient memory available",
                timestamp);
        set(
                conditions,
                NodeCondition.Type.DISK_PRESSURE,
                false,
                "KubeletHasNoDiskPressure",
                "kubelet has no disk pressure",
                timestamp);
        set(
                conditions,
                NodeCondition.Type.PIDPRESSURE,
                false,
                "KubeletHasSufficientPID",
                "kubelet has sufficient PID available",
                timestamp);
        set(conditions, NodeCondition.Type.READY, true, "KubeletReady", "kubelet is posting ready status", timestamp);
        return report.conditions(conditions).build();
    }

    private static Node.SystemInfo info(Node node) {
        var labels = node.metadata().labels();
        // the machine is simulated: it is as old as its node, and was started once
        var id = Objects.requireNonNullElse(node.metadata().uid(), "");
        return NodeSystemInfoBuilder.builder()
                .machineID(id.replace("-", ""))
                .systemUUID(id)
                .bootID(id)
                .kernelVersion("")
                .osImage("Kubelayers")
                .containerRuntimeVersion("simulated://1.0")
                .kubeletVersion("v1.35.0")
                .kubeProxyVersion("")
                .operatingSystem(labels.getOrDefault("kubernetes.io/os", "linux"))
                .architecture(labels.getOrDefault("kubernetes.io/arch", "amd64"))
                .build();
    }

    /** Sets a condition that is not as it should be; one that is stays as it is, so that nothing needs to be written. */
    private static void set(
            List<NodeCondition> conditions,
            String type,
            boolean isTrue,
            String reason,
            String message,
            Instant timestamp) {
        var status = isTrue ? ConditionStatus.TRUE : ConditionStatus.FALSE;
        var condition = NodeConditionBuilder.builder()
                .type(type)
                .status(status)
                .reason(reason)
                .message(message)
                .lastHeartbeatTime(timestamp)
                .lastTransitionTime(timestamp)
                .build();
        for (int i = 0; i < conditions.size(); i++) {
            if (conditions.get(i).type().equals(type)) {
                if (!conditions.get(i).status().equals(status)) {
                    conditions.set(i, condition);
                }
                return;
            }
        }
        conditions.add(condition);
    }
}
