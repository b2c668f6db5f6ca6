package io.kubelayers.interfaces.testkit.fabric8;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.client.utils.KubernetesSerialization;
import io.kubelayers.interfaces.testkit.models.ModelJson;
import io.kubelayers.interfaces.testkit.models.ModelMismatchException;
import io.kubelayers.nucleus.meta.KubernetesObject;

/**
 * fabric8's models as records and back. Nothing gets lost: a field for which the other side has no place is an error.
 *
 * <pre>{@code
 * Pod pod = Objects.from(fabric8Pod, Pod.class);
 * io.fabric8.kubernetes.api.model.Pod again = Objects.to(pod, io.fabric8.kubernetes.api.model.Pod.class);
 * }</pre>
 */
public final class Objects {
    private static final KubernetesSerialization FABRIC8 = new KubernetesSerialization();
    private static final ModelJson RECORDS = new ModelJson();

    private Objects() {}

    /**
     * The object as the record of its kind; as a {@link io.kubelayers.nucleus.meta.DynamicObject} if its kind has none.
     *
     * @throws ModelMismatchException if the record has no field for something
     */
    public static KubernetesObject from(HasMetadata object) {
        return RECORDS.read(FABRIC8.asJson(object));
    }

    /**
     * The object as a record.
     *
     * @throws ModelMismatchException if it is of another kind, or the record has no field for something
     */
    public static <T extends KubernetesObject> T from(HasMetadata object, Class<T> kind) {
        return RECORDS.read(FABRIC8.asJson(object), kind);
    }

    /**
     * The record as fabric8's class of its kind, or a {@code GenericKubernetesResource} if there is none.
     *
     * @throws ModelMismatchException if fabric8's class does not say the same
     */
    public static HasMetadata to(KubernetesObject object) {
        var json = RECORDS.write(object);
        HasMetadata model = FABRIC8.unmarshal(json);
        RECORDS.requireSame(json, FABRIC8.asJson(model));
        return model;
    }

    /**
     * The record as an object of a class of fabric8's or of one's own.
     *
     * @throws ModelMismatchException if the class is of another kind or does not say the same
     */
    public static <T extends HasMetadata> T to(KubernetesObject object, Class<T> model) {
        var json = RECORDS.write(object);
        T made;
        try {
            made = FABRIC8.unmarshal(json, model);
        } catch (RuntimeException e) {
            throw new ModelMismatchException(String.valueOf(e.getMessage()), e);
        }
        RECORDS.requireSame(json, FABRIC8.asJson(made));
        return made;
    }
}
