package io.kubelayers.interfaces.table;

import io.kubelayers.nucleus.core.Node;
import java.time.Instant;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** A node: whether it is ready and takes pods, its roles and what runs on it. */
final class NodeRow implements RowPrinter<Node> {
    private static final String ROLE_PREFIX = "node-role.kubernetes.io/";
    private static final String ROLE_LABEL = "kubernetes.io/role";

    @Override
    public List<@Nullable Object> cells(Node node, Instant now) {
        var info = node.status().nodeInfo();
        return Cells.row(
                Cells.name(node),
                node.spec().unschedulable() ? status(node) + ",SchedulingDisabled" : status(node),
                roles(node),
                Cells.age(node, now),
                info.kubeletVersion(),
                address(node, "InternalIP"),
                address(node, "ExternalIP"),
                Cells.text(info.osImage(), Cells.UNKNOWN),
                Cells.text(info.kernelVersion(), Cells.UNKNOWN),
                Cells.text(info.containerRuntimeVersion(), Cells.UNKNOWN));
    }

    private static String status(Node node) {
        for (var condition : node.status().conditions()) {
            if (condition.type().equals("Ready")) {
                return condition.status().equals("True") ? "Ready" : "NotReady";
            }
        }
        return "Unknown";
    }

    private static String roles(Node node) {
        var roles = new TreeSet<String>();
        node.metadata().labels().forEach((key, value) -> {
            if (key.startsWith(ROLE_PREFIX) && key.length() > ROLE_PREFIX.length()) {
                roles.add(key.substring(ROLE_PREFIX.length()));
            } else if (key.equals(ROLE_LABEL) && !value.isEmpty()) {
                roles.add(value);
            }
        });
        return roles.isEmpty() ? Cells.NONE : String.join(",", roles);
    }

    private static String address(Node node, String type) {
        for (var address : node.status().addresses()) {
            if (address.type().equals(type)) {
                return address.address();
            }
        }
        return Cells.NONE;
    }
}
