package io.kubelayers.nucleus.node;

import io.kubelayers.nucleus.affinity.TaintRules;
import io.kubelayers.nucleus.core.Node;
import io.kubelayers.nucleus.resources.ResourceRules;
import io.kubelayers.nucleus.validation.DualStack;
import io.kubelayers.nucleus.validation.FieldError;
import io.kubelayers.nucleus.validation.FieldPath;
import io.kubelayers.nucleus.validation.MetaRules;
import io.kubelayers.nucleus.validation.Names;
import io.kubelayers.nucleus.validation.ShownValue;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;

/** What is wrong with nodes, in upstream's words ({@code ValidateNode}, {@code ValidateNodeUpdate}). */
final class NodeChecks {
    private static final FieldPath SPEC = FieldPath.of("spec");
    private static final FieldPath STATUS = FieldPath.of("status");

    /** Upstream looks for taints in the metadata, as far as messages go. */
    private static final FieldPath TAINTS = FieldPath.of("metadata", "taints");

    private static final String RANGE = "node updates may not change podCIDR except from \"\" to valid";

    private NodeChecks() {}

    static List<FieldError> ofNew(Node node) {
        var errors = new ArrayList<FieldError>();
        TaintRules.taints(TAINTS, node.spec().taints(), errors);
        resources(node, errors);
        var swap = node.status().nodeInfo().swap();
        if (swap != null && swap.capacity() != null && swap.capacity() <= 0) {
            errors.add(FieldError.invalid(
                    FieldPath.of("metadata", "nodeSwapStatus", "capacity"),
                    swap.capacity(),
                    "must be greater than zero"));
        }
        ranges(node.spec().podCIDRs(), errors);
        return errors;
    }

    private static void resources(Node node, List<FieldError> errors) {
        node.status()
                .capacity()
                .forEach((name, amount) -> ResourceRules.value(STATUS.child("capacity", name), name, amount, errors));
        node.status()
                .allocatable()
                .forEach(
                        (name, amount) -> ResourceRules.value(STATUS.child("allocatable", name), name, amount, errors));
    }

    private static void ranges(List<String> ranges, List<FieldError> errors) {
        var path = SPEC.child("podCIDRs");
        for (int i = 0; i < ranges.size(); i++) {
            MetaRules.invalid(path.index(i), ranges.get(i), Names.cidr(ranges.get(i)), errors);
        }
        DualStack.ranges(path, ranges, errors);
    }

    static List<FieldError> ofChange(Node node, Node old) {
        var errors = new ArrayList<FieldError>();
        resources(node, errors);
        addresses(node.status().addresses(), errors);
        ranges(node, old, errors);
        var provider = old.spec().providerID();
        if (provider != null
                && !provider.isEmpty()
                && !provider.equals(node.spec().providerID())) {
            errors.add(FieldError.forbidden(
                    SPEC.child("providerID"), "node updates may not change providerID except from \"\" to valid"));
        }
        ConfigSourceChecks.check(node, errors);
        TaintRules.taints(TAINTS, node.spec().taints(), errors);
        if (!Objects.equals(node.spec().externalID(), old.spec().externalID())) {
            errors.add(FieldError.forbidden(SPEC.child("externalID"), "may not be updated"));
        }
        return errors;
    }

    private static void addresses(List<Node.Address> addresses, List<FieldError> errors) {
        var seen = new HashSet<Node.Address>();
        for (int i = 0; i < addresses.size(); i++) {
            if (!seen.add(addresses.get(i))) {
                errors.add(FieldError.duplicate(STATUS.child("addresses").index(i), ShownValue.of(addresses.get(i))));
            }
        }
    }

    private static void ranges(Node node, Node old, List<FieldError> errors) {
        var before = old.spec().podCIDRs();
        var now = node.spec().podCIDRs();
        if (before.isEmpty()) {
            return;
        }
        if (before.size() != now.size()) {
            errors.add(FieldError.forbidden(SPEC.child("podCIDRs"), RANGE));
            return;
        }
        for (int i = 0; i < before.size(); i++) {
            if (!before.get(i).equals(now.get(i))) {
                errors.add(FieldError.forbidden(SPEC.child("podCIDRs"), RANGE));
            }
        }
    }
}
