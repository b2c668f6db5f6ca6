package io.kubelayers.nucleus.volume;

import io.kubelayers.nucleus.core.PersistentVolumeClaimSpec;
import io.kubelayers.nucleus.validation.FieldPath;
import io.kubelayers.nucleus.value.Quantity;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What is allowed in a claim but hardly meant: storage that is no whole number of bytes. */
public final class ClaimWarnings {
    private static final String STORAGE = "storage";

    private ClaimWarnings() {}

    /** Warnings of the spec at a path. */
    public static List<String> of(FieldPath path, PersistentVolumeClaimSpec spec) {
        var warnings = new ArrayList<String>();
        var resources = path.child("resources");
        whole(resources.child("requests"), spec.resources().requests(), warnings);
        whole(resources.child("limits"), spec.resources().limits(), warnings);
        return warnings;
    }

    private static void whole(FieldPath path, Map<String, Quantity> amounts, List<String> warnings) {
        var amount = amounts.get(STORAGE);
        if (amount != null && amount.milliValue() % 1000 != 0) {
            warnings.add(
                    path.key(STORAGE) + ": fractional byte value \"" + amount + "\" is invalid, must be an integer");
        }
    }
}
