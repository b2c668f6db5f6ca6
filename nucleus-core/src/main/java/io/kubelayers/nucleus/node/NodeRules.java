package io.kubelayers.nucleus.node;

import io.kubelayers.nucleus.core.Node;
import io.kubelayers.nucleus.server.GatedFields;
import io.kubelayers.nucleus.server.KindRules;
import io.kubelayers.nucleus.server.LooksAtChange;
import io.kubelayers.nucleus.validation.FieldError;
import io.kubelayers.nucleus.validation.FieldPath;
import io.kubelayers.nucleus.validation.Ips;
import java.util.ArrayList;
import java.util.List;

/**
 * What a Node does beyond the ordinary (registry/core/node/strategy.go): it registers itself with its status, its pod range
 * stands in two fields, and what it can give is what it has unless it says otherwise.
 */
public final class NodeRules implements KindRules<Node> {
    private static final GatedFields GATED = GatedFields.in("status", "NodeDeclaredFeatures");

    @Override
    public Class<Node> type() {
        return Node.class;
    }

    @Override
    public GatedFields gatedFields() {
        return GATED;
    }

    @Override
    public LooksAtChange looksAtChange() {
        return LooksAtChange.USUAL.withAllAsNew();
    }

    @Override
    public boolean keepsStatusOnCreate() {
        return true;
    }

    @Override
    public Node defaulted(Node node) {
        var spec = withBothRanges(node.spec());
        var status = node.status().allocatable().isEmpty()
                        && !node.status().capacity().isEmpty()
                ? node.status().withAllocatable(node.status().capacity())
                : node.status();
        return spec == node.spec() && status == node.status()
                ? node
                : node.withSpec(spec).withStatus(status);
    }

    /** The single range is the first of the list; where they differ, it wins (core/v1 conversion.go). */
    private static Node.Spec withBothRanges(Node.Spec spec) {
        var one = spec.podCIDR();
        if (one == null || one.isEmpty()) {
            var first = spec.podCIDRs().isEmpty() ? null : spec.podCIDRs().get(0);
            return first == null || first.isEmpty() ? spec : spec.withPodCIDR(first);
        }
        return !spec.podCIDRs().isEmpty() && spec.podCIDRs().get(0).equals(one)
                ? spec
                : spec.withPodCIDRs(List.of(one));
    }

    @Override
    public List<FieldError> validate(Node node) {
        return NodeChecks.ofNew(node);
    }

    @Override
    public List<FieldError> validateUpdate(Node node, Node old) {
        return NodeChecks.ofChange(node, old);
    }

    @Override
    public Node prepareForCreate(Node node) {
        return node.withSpec(node.spec().withConfigSource(null))
                .withStatus(node.status().withConfig(null));
    }

    @Override
    public Node prepareForUpdate(Node node, Node old) {
        return old.spec().configSource() == null ? node.withSpec(node.spec().withConfigSource(null)) : node;
    }

    @Override
    public List<String> warnings(Node node) {
        var spec = node.spec();
        var warnings = new ArrayList<String>();
        if (spec.configSource() != null) {
            warnings.add("spec.configSource: the feature is removed");
        }
        if (spec.externalID() != null) {
            warnings.add("spec.externalID: this field is deprecated, and is unused by Kubernetes");
        }
        for (int i = 0; i < spec.podCIDRs().size(); i++) {
            warnings.addAll(Ips.rangeWarnings(
                    FieldPath.of("spec", "podCIDRs").index(i), spec.podCIDRs().get(i)));
        }
        return warnings;
    }

    /** Configuration by way of the API is gone; what is left of it on old nodes stays. */
    @Override
    public Node prepareForStatusUpdate(Node node, Node old) {
        return old.status().config() == null ? node.withStatus(node.status().withConfig(null)) : node;
    }

    @Override
    public List<FieldError> validateStatusUpdate(Node node, Node old) {
        return NodeChecks.ofChange(node, old);
    }
}
