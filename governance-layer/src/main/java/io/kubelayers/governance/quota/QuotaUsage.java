package io.kubelayers.governance.quota;

import io.kubelayers.nucleus.explain.Explained;
import io.kubelayers.nucleus.explain.Finding;
import io.kubelayers.nucleus.value.Absent;
import io.kubelayers.nucleus.value.Quantity;
import java.util.List;
import java.util.Map;

/**
 * What a namespace uses of what a quota limits.
 *
 * @param quota the quota that was counted for
 * @param used use by quota name, for the names in {@code spec.hard} that anything tracks
 * @param charges what each object adds
 */
public record QuotaUsage(ResourceQuota quota, Map<String, Quantity> used, List<Charge> charges) implements Explained {
    /**
     * What one object adds.
     *
     * @param resource resource of the object
     * @param name name of the object
     * @param amounts what it is charged for, of what the quota limits
     */
    public record Charge(GroupResource resource, String name, Map<String, Quantity> amounts) {
        public Charge {
            amounts = Absent.map(amounts);
        }
    }

    public QuotaUsage {
        used = Absent.map(used);
        charges = List.copyOf(charges);
    }

    /** The status the quota should have. */
    public ResourceQuota.Status status() {
        return new ResourceQuota.Status(quota.spec().hard(), used);
    }

    /** Whether the status has to be written. */
    public boolean changes() {
        return !quota.status().equals(status());
    }

    @Override
    public String explain() {
        return "quota " + quota.metadata().nameOrEmpty() + ": used " + Amounts.text(used);
    }

    @Override
    public Finding finding() {
        var root = Finding.note("quota.usage", quota.metadata().nameOrEmpty(), explain())
                .input("hard", Amounts.text(quota.spec().hard()));
        for (var charge : charges) {
            root = root.because(Finding.note(
                    "quota.charge", charge.resource() + "/" + charge.name(), Amounts.text(charge.amounts())));
        }
        return root;
    }
}
