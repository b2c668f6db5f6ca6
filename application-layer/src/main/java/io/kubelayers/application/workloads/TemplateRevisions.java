package io.kubelayers.application.workloads;

import io.kubelayers.nucleus.codec.Codec;
import io.kubelayers.nucleus.meta.ObjectMeta;
import io.kubelayers.nucleus.meta.ObjectMetaBuilder;
import io.kubelayers.nucleus.meta.OwnerReference;
import io.kubelayers.nucleus.types.TypeRegistry;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The history of a StatefulSet's or DaemonSet's template, kept in ControllerRevisions.
 *
 * <p>A revision holds a strategic merge patch that restores the template. Templates are equal if their patches are; the
 * newest revision of equal patch is used again, with the next number if others came after it. Upstream source: {@code
 * pkg/controller/history/controller_history.go}.
 */
public final class TemplateRevisions {
    /** Label of pods that names the revision they were made from. */
    public static final String LABEL = "controller-revision-hash";

    /** Label of a StatefulSet's revisions with the hash in their names. */
    public static final String HASH_LABEL = "controller.kubernetes.io/hash";

    private static final Codec CODEC = Codec.of(TypeRegistry.empty());

    /** Oldest first: by number, then by age and name. */
    public static final Comparator<ControllerRevision> ORDER =
            Comparator.comparingLong(ControllerRevision::revision).thenComparing(ObjectOrder.BY_AGE);

    private TemplateRevisions() {}

    /**
     * What to do so that the history's newest revision is the present template.
     *
     * @param revision the revision of the present template, as it will be stored
     * @param change whether it is there already, must be created, or gets a new number
     */
    public record Sync(ControllerRevision revision, Change change) {
        /** The write that is needed. */
        public enum Change {
            /** None. */
            NONE,
            /** A template not seen before. */
            CREATE,
            /** A template used before comes back: its revision gets the highest number. */
            RENUMBER
        }
    }

    /**
     * Finds or makes the revision of a template.
     *
     * @param owner metadata of the workload
     * @param controllerRef reference to it
     * @param history its revisions, in any order
     * @param hashLabel label of revisions that holds the hash in their names
     * @param collisionCount changes the name if it was taken by another template
     */
    public static Sync sync(
            ObjectMeta owner,
            OwnerReference controllerRef,
            PodTemplateSpec template,
            List<ControllerRevision> history,
            String hashLabel,
            @Nullable Integer collisionCount) {
        var sorted = history.stream().sorted(ORDER).toList();
        long next = sorted.isEmpty() ? 1 : sorted.get(sorted.size() - 1).revision() + 1;
        var patch = patch(template);
        for (int i = sorted.size() - 1; i >= 0; i--) {
            var revision = sorted.get(i);
            if (patch.equals(revision.data())) {
                return i == sorted.size() - 1
                        ? new Sync(revision, Sync.Change.NONE)
                        : new Sync(revision.withRevision(next), Sync.Change.RENUMBER);
            }
        }
        var hash = hashLabel.equals(HASH_LABEL)
                ? RevisionHash.of(patch, collisionCount)
                : PodTemplateHash.of(Codec.json(patch), collisionCount);
        var labels = new TreeMap<>(template.metadata().labels());
        labels.put(hashLabel, hash);
        var metadata = ObjectMetaBuilder.builder()
                .name(owner.name() + "-" + hash)
                .namespace(owner.namespace())
                .labels(labels)
                .annotations(owner.annotations())
                .ownerReferences(List.of(controllerRef))
                .build();
        return new Sync(new ControllerRevision(metadata, patch, next), Sync.Change.CREATE);
    }

    /** Revisions to forget: the oldest beyond the limit that are not in use. */
    public static List<ControllerRevision> surplus(List<ControllerRevision> history, Set<String> used, int limit) {
        var unused = new ArrayList<ControllerRevision>();
        for (var revision : history.stream().sorted(ORDER).toList()) {
            if (!used.contains(revision.metadata().name())) {
                unused.add(revision);
            }
        }
        return List.copyOf(unused.subList(0, Math.max(0, unused.size() - limit)));
    }

    /** The template that a revision holds. */
    @SuppressWarnings("unchecked")
    public static PodTemplateSpec template(ControllerRevision revision) {
        var data = (Map<String, Object>) Objects.requireNonNull(revision.data(), "a revision has data");
        var spec = (Map<String, Object>) Objects.requireNonNull(data.get("spec"), "the data of a revision has a spec");
        var template = new LinkedHashMap<>((Map<String, Object>) spec.get("template"));
        template.remove("$patch");
        return CODEC.decode(template, PodTemplateSpec.class);
    }

    private static Map<String, Object> patch(PodTemplateSpec template) {
        var tree = new LinkedHashMap<String, @Nullable Object>(CODEC.toTree(template));
        tree.put("$patch", "replace");
        return Map.of("spec", Map.of("template", tree));
    }
}
