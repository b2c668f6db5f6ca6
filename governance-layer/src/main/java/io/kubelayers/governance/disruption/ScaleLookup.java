package io.kubelayers.governance.disruption;

import io.kubelayers.nucleus.meta.OwnerReference;

/** Finds the scale of a controller by its owner reference. */
@FunctionalInterface
public interface ScaleLookup {
    ControllerScale scaleOf(OwnerReference controller, String namespace);
}
