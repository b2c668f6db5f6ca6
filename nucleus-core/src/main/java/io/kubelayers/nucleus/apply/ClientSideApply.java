package io.kubelayers.nucleus.apply;

import io.kubelayers.nucleus.meta.ManagedFieldsEntry;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Hands fields over from client-side to server-side apply (client-go {@code util/csaupgrade}): what managers came to own
 * by updates on the client's side becomes what a manager applies, so that it can also be removed by applying.
 */
public final class ClientSideApply {
    private ClientSideApply() {}

    /**
     * The entries after the hand-over. Nothing changes if none of the managers has updated.
     *
     * @param entries those of the object
     * @param managers names under which it was applied on the client's side, such as kubectl-client-side-apply
     * @param manager name under which it is applied on the server's side from now on
     * @param subresource through which they wrote; "" for the object itself
     */
    public static List<ManagedFieldsEntry> migrated(
            List<ManagedFieldsEntry> entries, Set<String> managers, String manager, String subresource) {
        var before = Ownership.read(entries);
        var after = Ownership.empty();
        var target = Owner.of(manager, Owner.APPLY, "", subresource);
        var taken = new ArrayList<Ownership.Owned>();
        before.owned().forEach((owner, owned) -> {
            var through = owner.subresource() == null ? "" : owner.subresource();
            boolean applied = owner.equals(target);
            boolean updated = owner.operation().equals(Owner.UPDATE)
                    && managers.contains(owner.manager() == null ? "" : owner.manager())
                    && through.equals(subresource);
            if (applied || updated) {
                taken.add(owned);
            } else {
                after.put(owner, owned);
            }
        });
        if (taken.isEmpty() || taken.size() == 1 && taken.get(0).applied()) {
            return entries;
        }
        var kept = taken.stream().filter(Ownership.Owned::applied).findFirst().orElse(taken.get(0));
        var set = FieldSet.EMPTY;
        for (var owned : taken) {
            set = owned.apiVersion().equals(kept.apiVersion()) ? set.union(owned.set()) : set;
        }
        after.put(target, new Ownership.Owned(FieldsV1.of(set), kept.apiVersion(), true, kept.time()));
        return after.entries();
    }
}
