package io.kubelayers.application.workloads;

import io.kubelayers.nucleus.explain.Explained;
import io.kubelayers.nucleus.explain.Finding;
import io.kubelayers.nucleus.meta.KubernetesObject;
import io.kubelayers.nucleus.meta.ObjectMeta;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/**
 * Which objects belong to a controller: those it manages and selects, the orphans it adopts, and those it lets go.
 *
 * <p>A controller owns what carries its controller reference and matches its selector. It adopts a matching orphan and
 * releases what no longer matches, but does neither while it is being deleted. Upstream source: {@code ClaimObject} in
 * {@code pkg/controller/controller_ref_manager.go}.
 *
 * @param owned all that belongs to the controller, adopted ones included, in the order given
 * @param adopted orphans that need its controller reference
 * @param released objects that lose its controller reference
 * @param finding why, for each object that changes hands
 */
public record Claims<T extends KubernetesObject>(List<T> owned, List<T> adopted, List<T> released, Finding finding)
        implements Explained {
    public Claims {
        owned = List.copyOf(owned);
        adopted = List.copyOf(adopted);
        released = List.copyOf(released);
    }

    /**
     * Sorts objects of the controller's namespace into its own, orphans to adopt and strays to release.
     *
     * @param controller metadata of the controller
     * @param selects whether the controller's selector (and any further rule of its kind) matches an object
     * @param objects candidates; objects of other controllers may be among them
     */
    public static <T extends KubernetesObject> Claims<T> of(
            ObjectMeta controller, Predicate<ObjectMeta> selects, Iterable<T> objects) {
        var owned = new ArrayList<T>();
        var adopted = new ArrayList<T>();
        var released = new ArrayList<T>();
        var findings = new ArrayList<Finding>();
        boolean leaving = controller.deletionTimestamp() != null;
        for (var object : objects) {
            var metadata = object.metadata();
            var reference = metadata.controllerOwner();
            if (reference.isPresent()) {
                if (!reference.get().uid().equals(controller.uid())) {
                    continue;
                }
                if (selects.test(metadata)) {
                    owned.add(object);
                } else if (!leaving) {
                    released.add(object);
                    findings.add(note(metadata, "no longer matches the selector and is released"));
                }
            } else if (!leaving && metadata.deletionTimestamp() == null && selects.test(metadata)) {
                owned.add(object);
                adopted.add(object);
                findings.add(note(metadata, "matches the selector, has no controller and is adopted"));
            }
        }
        var root = Finding.note("Claims", controller.nameOrEmpty(), "owns " + owned.size() + " objects")
                .because(findings);
        return new Claims<>(owned, adopted, released, root);
    }

    @Override
    public String explain() {
        return "owns " + owned.size() + ", of which " + adopted.size() + " are adopted now, and releases "
                + released.size();
    }

    private static Finding note(ObjectMeta metadata, String message) {
        return Finding.note("Claims", metadata.nameOrEmpty(), message);
    }
}
