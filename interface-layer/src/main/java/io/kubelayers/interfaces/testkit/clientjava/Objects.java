package io.kubelayers.interfaces.testkit.clientjava;

import io.kubelayers.interfaces.testkit.models.ModelJson;
import io.kubelayers.interfaces.testkit.models.ModelMismatchException;
import io.kubelayers.nucleus.codec.Codec;
import io.kubelayers.nucleus.codec.ReadOptions;
import io.kubernetes.client.common.KubernetesObject;
import io.kubernetes.client.openapi.JSON;
import io.kubernetes.client.util.ModelMapper;
import io.kubernetes.client.util.generic.dynamic.DynamicKubernetesObject;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * client-java's models as records and back. Nothing gets lost: a field for which the other side has no place is an error.
 *
 * <pre>{@code
 * Pod pod = Objects.from(v1Pod, Pod.class);
 * V1Pod again = Objects.to(pod, V1Pod.class);
 * }</pre>
 */
public final class Objects {
    private static final ModelJson RECORDS = new ModelJson();

    private Objects() {}

    /**
     * The object as the record of its kind; as a {@link io.kubelayers.nucleus.meta.DynamicObject} if its kind has none. A
     * model that does not say its kind is of the kind of its class.
     *
     * @throws ModelMismatchException if the record has no field for something
     */
    public static io.kubelayers.nucleus.meta.KubernetesObject from(KubernetesObject object) {
        return RECORDS.read(json(object));
    }

    /**
     * The object as a record.
     *
     * @throws ModelMismatchException if it is of another kind, or the record has no field for something
     */
    public static <T extends io.kubelayers.nucleus.meta.KubernetesObject> T from(
            KubernetesObject object, Class<T> kind) {
        return RECORDS.read(json(object), kind);
    }

    /**
     * The record as an object of client-java's class of its kind.
     *
     * @throws ModelMismatchException if the class does not say the same
     */
    public static <T extends KubernetesObject> T to(
            io.kubelayers.nucleus.meta.KubernetesObject object, Class<T> model) {
        var json = RECORDS.write(object);
        T made;
        try {
            made = JSON.deserialize(json, model);
        } catch (RuntimeException e) {
            throw new ModelMismatchException(String.valueOf(e.getMessage()), e);
        }
        requireKind(model, made);
        RECORDS.requireSame(json, JSON.serialize(made));
        return made;
    }

    /** Client-java reads anything into any class, so whether it is the right one must be asked. */
    private static void requireKind(Class<?> model, KubernetesObject made) {
        var kind = ModelMapper.preBuiltGetGroupVersionKindByClass(model);
        if (kind.isPresent() && !kind.get().getKind().equals(made.getKind())) {
            throw new ModelMismatchException("a " + made.getKind() + " is not a " + model.getSimpleName());
        }
    }

    private static String json(KubernetesObject object) {
        var json = JSON.serialize(object);
        if (object instanceof DynamicKubernetesObject) {
            return json;
        }
        var said = said(Codec.readTree(json, ReadOptions.ignore()));
        if (object.getKind() == null || object.getApiVersion() == null) {
            var kind = ModelMapper.preBuiltGetGroupVersionKindByClass(object.getClass())
                    .orElseThrow(() -> new ModelMismatchException(
                            object.getClass().getSimpleName() + " does not say its apiVersion and kind"));
            said.put("kind", kind.getKind());
            said.put(
                    "apiVersion",
                    kind.getGroup().isEmpty() ? kind.getVersion() : kind.getGroup() + "/" + kind.getVersion());
        }
        return Codec.json(said);
    }

    /** Without the empty lists that client-java writes for whatever nobody set, in newer versions' fields too. */
    private static Map<String, @Nullable Object> said(Map<?, ?> tree) {
        var said = new LinkedHashMap<String, @Nullable Object>();
        tree.forEach((name, value) -> {
            if (value instanceof List<?> list) {
                if (!list.isEmpty()) {
                    said.put((String) name, said(list));
                }
            } else {
                said.put((String) name, value instanceof Map<?, ?> map ? said(map) : value);
            }
        });
        return said;
    }

    private static List<@Nullable Object> said(List<?> list) {
        var said = new ArrayList<@Nullable Object>();
        for (var item : list) {
            said.add(item instanceof Map<?, ?> map ? said(map) : item);
        }
        return said;
    }
}
