package io.kubelayers.nucleus.storage;

import io.kubelayers.nucleus.server.KindRules;
import io.kubelayers.nucleus.server.LooksAtChange;
import io.kubelayers.nucleus.validation.FieldError;
import io.kubelayers.nucleus.validation.FieldErrors;
import io.kubelayers.nucleus.validation.FieldPath;
import io.kubelayers.nucleus.validation.Names;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Checks of CSINodes: what is known of a driver on a node never changes but for how much it can take. */
public final class CSINodeRules implements KindRules<CSINode> {
    private static final FieldPath DRIVERS = FieldPath.of("spec", "drivers");
    private static final int LONGEST_ID = 256;

    @Override
    public Class<CSINode> type() {
        return CSINode.class;
    }

    @Override
    public LooksAtChange looksAtChange() {
        return LooksAtChange.ONCE.withAllAsNew().withMetadataAsNew();
    }

    @Override
    public boolean allowsUnconditionalUpdate() {
        return false;
    }

    @Override
    public List<FieldError> validate(CSINode node) {
        var errors = new FieldErrors();
        Set<String> names = new HashSet<>();
        for (int i = 0; i < node.spec().drivers().size(); i++) {
            driver(DRIVERS.index(i), node.spec().drivers().get(i), names, errors);
        }
        return errors.list();
    }

    private static void driver(FieldPath path, CSINode.Driver driver, Set<String> names, FieldErrors errors) {
        DriverNames.check(path.child("name"), driver.name(), errors);
        if (errors.given(path.child("nodeID"), driver.nodeID())
                && driver.nodeID().length() > LONGEST_ID) {
            errors.invalid(path.child("nodeID"), driver.nodeID(), "must be " + LONGEST_ID + " characters or less");
        }
        if (driver.allocatable() != null) {
            errors.nonNegative(
                    path.child("allocatable", "count"), driver.allocatable().count());
        }
        if (!names.add(driver.name())) {
            errors.duplicate(path.child("name"), driver.name());
        }
        Set<String> keys = new HashSet<>();
        for (var key : driver.topologyKeys()) {
            errors.given(path, key);
            if (!keys.add(key)) {
                errors.duplicate(path, key);
            }
            errors.invalid(path, key, Names.qualifiedName(key));
        }
    }

    @Override
    public List<FieldError> validateUpdate(CSINode node, CSINode old) {
        var errors = new FieldErrors();
        errors.addAll(validate(node));
        for (var before : old.spec().drivers()) {
            for (var driver : node.spec().drivers()) {
                if (before.name().equals(driver.name())) {
                    errors.immutable(DRIVERS, driver.withAllocatable(null), before.withAllocatable(null));
                }
            }
        }
        return errors.list();
    }
}
