package io.kubelayers.governance.storage;

import io.kubelayers.nucleus.selector.LabelSelectors;
import io.kubelayers.nucleus.server.KindRules;
import io.kubelayers.nucleus.server.LooksAtChange;
import io.kubelayers.nucleus.types.ResourceType;
import io.kubelayers.nucleus.validation.DeprecatedLabels;
import io.kubelayers.nucleus.validation.FieldError;
import io.kubelayers.nucleus.validation.FieldErrors;
import io.kubelayers.nucleus.validation.FieldPath;
import io.kubelayers.nucleus.validation.NameRule;
import java.util.ArrayList;
import java.util.List;

/** Checks of CSIStorageCapacities: of which storage and where they tell the capacity never changes. */
public final class CSIStorageCapacityRules implements KindRules<CSIStorageCapacity> {
    private static final FieldPath TOPOLOGY = FieldPath.of("nodeTopology");
    private static final FieldPath CLASS = FieldPath.of("storageClassName");

    @Override
    public Class<CSIStorageCapacity> type() {
        return CSIStorageCapacity.class;
    }

    @Override
    public LooksAtChange looksAtChange() {
        return LooksAtChange.USUAL.withAllAsNew();
    }

    @Override
    public boolean allowsUnconditionalUpdate() {
        return false;
    }

    @Override
    public List<String> warnings(CSIStorageCapacity capacity) {
        var warnings = new ArrayList<String>();
        var selector = capacity.nodeTopology();
        if (selector == null) {
            return warnings;
        }
        for (int i = 0; i < selector.matchExpressions().size(); i++) {
            var key = selector.matchExpressions().get(i).key();
            var message = DeprecatedLabels.message(key);
            if (message != null) {
                var path = TOPOLOGY.child("matchExpressions").index(i).child("key");
                warnings.add(path + ": " + key + " is " + message);
            }
        }
        for (var key : selector.matchLabels().keySet()) {
            var message = DeprecatedLabels.message(key);
            if (message != null) {
                warnings.add(TOPOLOGY.child("matchLabels", key) + ": " + message);
            }
        }
        return warnings;
    }

    @Override
    public List<FieldError> validate(CSIStorageCapacity capacity) {
        return check(capacity, false);
    }

    /** A selector that was wrong may have values that no label has. */
    @Override
    public List<FieldError> validateAsNew(CSIStorageCapacity capacity, CSIStorageCapacity old, ResourceType asked) {
        return check(
                capacity, !LabelSelectors.validate(TOPOLOGY, old.nodeTopology()).isEmpty());
    }

    private static List<FieldError> check(CSIStorageCapacity capacity, boolean anyValues) {
        var errors = new FieldErrors();
        errors.addAll(LabelSelectors.validate(TOPOLOGY, capacity.nodeTopology(), anyValues));
        errors.invalid(
                CLASS,
                capacity.storageClassName(),
                NameRule.DNS_SUBDOMAIN.complaints(capacity.storageClassName(), false));
        if (capacity.capacity() != null && capacity.capacity().sign() < 0) {
            errors.invalid(FieldPath.of("capacity"), capacity.capacity(), "must be greater than or equal to 0");
        }
        return errors.list();
    }

    @Override
    public List<FieldError> validateUpdate(CSIStorageCapacity capacity, CSIStorageCapacity old) {
        var errors = new FieldErrors();
        errors.immutable(TOPOLOGY, capacity.nodeTopology(), old.nodeTopology());
        errors.immutable(CLASS, capacity.storageClassName(), old.storageClassName());
        return errors.list();
    }
}
