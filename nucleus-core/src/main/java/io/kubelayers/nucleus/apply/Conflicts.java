package io.kubelayers.nucleus.apply;

import io.kubelayers.nucleus.errors.ApiException;
import io.kubelayers.nucleus.meta.ListMeta;
import io.kubelayers.nucleus.meta.Status;
import io.kubelayers.nucleus.meta.StatusReason;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Fields that somebody wants to apply and others own with other values. */
final class Conflicts extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient Map<Owner, FieldSet> byOwner;

    Conflicts(Map<Owner, FieldSet> byOwner) {
        super("conflicts", null, false, false);
        this.byOwner = new TreeMap<>(byOwner);
    }

    /** All fields in question. */
    FieldSet fields() {
        var all = FieldSet.EMPTY;
        for (var set : byOwner.values()) {
            all = all.union(set);
        }
        return all;
    }

    /** The conflicts about other fields than these. */
    Conflicts without(FieldSet allowed) {
        var left = new TreeMap<Owner, FieldSet>();
        byOwner.forEach((owner, set) -> {
            var rest = set.difference(allowed);
            if (!rest.isEmpty()) {
                left.put(owner, rest);
            }
        });
        return new Conflicts(left);
    }

    /** 409, with a cause a field. */
    ApiException toApiException() {
        var causes = new ArrayList<Status.Cause>();
        var lines = new ArrayList<String>();
        byOwner.forEach((owner, set) -> {
            lines.add("conflicts with " + owner.shown() + ":");
            for (var path : set.paths()) {
                lines.add("- " + path);
                causes.add(new Status.Cause("FieldManagerConflict", "conflict with " + owner.shown(), path));
            }
        });
        var message = causes.size() == 1
                ? "Apply failed with 1 conflict: " + causes.get(0).message() + ": "
                        + causes.get(0).field()
                : "Apply failed with " + causes.size() + " conflicts: " + String.join("\n", lines);
        return new ApiException(new Status(
                ListMeta.EMPTY,
                "Failure",
                message,
                StatusReason.CONFLICT,
                new Status.Details(null, null, null, null, List.copyOf(causes), 0),
                409));
    }
}
