package io.kubelayers.nucleus.server;

import io.kubelayers.nucleus.meta.DeleteOptions;
import io.kubelayers.nucleus.meta.KubernetesObject;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a request carries. */
public sealed interface Body {
    /** Nothing. */
    record None() implements Body {}

    /** An object of the type the caller already has. */
    record Typed(KubernetesObject object) implements Body {}

    /** A JSON tree (maps, lists, scalars), not yet of any type. */
    record Tree(@Nullable Object tree) implements Body {}

    /** An object as it came over a wire: JSON or YAML, so that fields given twice are noticed. */
    record Text(String text) implements Body {}

    /**
     * A change to the stored object.
     *
     * @param type how it is to be read
     * @param tree the change
     * @param problems what field validation tells of the text that it was read from: fields given twice
     */
    record Patch(PatchType type, @Nullable Object tree, List<String> problems) implements Body {
        public Patch {
            problems = List.copyOf(problems);
        }

        /** A change that was never a text. */
        public Patch(PatchType type, @Nullable Object tree) {
            this(type, tree, List.of());
        }

        /** RFC 6902: operations. */
        public static Patch json(List<?> operations) {
            return new Patch(PatchType.JSON, operations);
        }

        /** RFC 7386. */
        public static Patch merge(Map<String, ?> changes) {
            return new Patch(PatchType.MERGE, changes);
        }

        /** Kubernetes' own, for built-in kinds. */
        public static Patch strategic(Map<String, ?> changes) {
            return new Patch(PatchType.STRATEGIC_MERGE, changes);
        }

        /** A configuration to be applied; the options must name the manager. */
        public static Patch apply(Map<String, ?> config) {
            return new Patch(PatchType.APPLY, config);
        }
    }

    /** Options of a connection, such as {@link io.kubelayers.nucleus.core.PodLogOptions}. */
    record Connect(Record options) implements Body {}

    /** Options of a delete. */
    record Delete(DeleteOptions options) implements Body {}

    /** How a patch is to be read. */
    enum PatchType {
        /** RFC 6902: a list of operations. */
        JSON("application/json-patch+json"),
        /** RFC 7386: null removes, lists are replaced. */
        MERGE("application/merge-patch+json"),
        /** Kubernetes' own: lists merge by key. */
        STRATEGIC_MERGE("application/strategic-merge-patch+json"),
        /** Server-side apply. */
        APPLY("application/apply-patch+yaml");

        private final String contentType;

        PatchType(String contentType) {
            this.contentType = contentType;
        }

        public String contentType() {
            return contentType;
        }
    }

    static Body none() {
        return new None();
    }

    static Body of(KubernetesObject object) {
        return new Typed(object);
    }
}
