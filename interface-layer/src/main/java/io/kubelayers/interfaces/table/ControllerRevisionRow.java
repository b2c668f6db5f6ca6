package io.kubelayers.interfaces.table;

import io.kubelayers.application.workloads.ControllerRevision;
import io.kubelayers.nucleus.meta.OwnerReference;
import io.kubelayers.nucleus.types.GroupVersion;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A revision of a controller's template: whose it is, and which. */
final class ControllerRevisionRow implements RowPrinter<ControllerRevision> {
    @Override
    public List<@Nullable Object> cells(ControllerRevision revision, Instant now) {
        var owner = revision.metadata().controllerOwner();
        return Cells.row(
                Cells.name(revision),
                owner.map(ControllerRevisionRow::text).orElse(Cells.NONE),
                revision.revision(),
                Cells.age(revision, now));
    }

    private static String text(OwnerReference owner) {
        var group = GroupVersion.parse(owner.apiVersion()).group();
        var kind = owner.kind().toLowerCase(Locale.ROOT);
        return (group.isEmpty() ? kind : kind + "." + group) + "/" + owner.name();
    }
}
