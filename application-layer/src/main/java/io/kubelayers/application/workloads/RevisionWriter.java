package io.kubelayers.application.workloads;

import io.kubelayers.nucleus.control.ControllerContext;
import io.kubelayers.nucleus.control.Indexes;
import io.kubelayers.nucleus.errors.ApiException;
import io.kubelayers.nucleus.meta.ObjectMeta;
import java.util.List;

/** Reads and writes the ControllerRevisions of a workload. */
public final class RevisionWriter {
    private final ControllerContext context;

    public RevisionWriter(ControllerContext context) {
        this.context = context;
    }

    /** The revisions that a workload manages. */
    public List<ControllerRevision> history(ObjectMeta owner) {
        return context.informers()
                .lister(ControllerRevision.class)
                .byIndex(Indexes.BY_CONTROLLER, String.valueOf(owner.uid()));
    }

    /**
     * Creates a revision.
     *
     * @return false if its name is taken by other data, so that another must be found
     */
    public boolean create(ControllerRevision revision) {
        try {
            context.client().create(revision);
            return true;
        } catch (ApiException refused) {
            if (!refused.isAlreadyExists()) {
                throw refused;
            }
            var metadata = revision.metadata();
            var present = context.client()
                    .on(ControllerRevision.class)
                    .find(metadata.namespaceOrEmpty(), metadata.nameOrEmpty());
            return present.isPresent()
                    && revision.data() != null
                    && revision.data().equals(present.get().data());
        }
    }

    public void update(ControllerRevision revision) {
        context.client().update(revision);
    }

    /** Deletes revisions; one that is gone already is none the worse. */
    public void delete(List<ControllerRevision> revisions) {
        for (var revision : revisions) {
            try {
                context.client().delete(revision);
            } catch (ApiException refused) {
                if (!refused.isNotFound()) {
                    throw refused;
                }
            }
        }
    }
}
