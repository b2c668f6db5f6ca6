package io.kubelayers.interfaces.testkit.models;

import io.kubelayers.application.ApplicationKinds;
import io.kubelayers.governance.GovernanceKinds;
import io.kubelayers.nucleus.NucleusKinds;
import io.kubelayers.nucleus.codec.Codec;
import io.kubelayers.nucleus.codec.DecodeException;
import io.kubelayers.nucleus.codec.ReadOptions;
import io.kubelayers.nucleus.meta.KubernetesObject;
import io.kubelayers.nucleus.types.TypeRegistry;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Records as JSON and back, strictly: what a record has no field for is an error, not dropped. */
public final class ModelJson {
    private final Codec codec = Codec.of(
            TypeRegistry.of(NucleusKinds.ALL).withAll(ApplicationKinds.ALL).withAll(GovernanceKinds.ALL));

    /**
     * The object in a text that says its own kind; one of a kind without a record is a
     * {@link io.kubelayers.nucleus.meta.DynamicObject}.
     *
     * @throws ModelMismatchException if the record of the kind has no field for something
     */
    public KubernetesObject read(String json) {
        try {
            return codec.read(json, ReadOptions.strict().acceptingUnknownKinds())
                    .value();
        } catch (DecodeException e) {
            throw new ModelMismatchException(e.detail(), e);
        }
    }

    /**
     * The object in a text as one of a kind.
     *
     * @throws ModelMismatchException if it is of another kind, or as for {@link #read(String)}
     */
    public <T extends KubernetesObject> T read(String json, Class<T> kind) {
        var object = read(json);
        if (!kind.isInstance(object)) {
            throw new ModelMismatchException("a " + codec.kindOf(object).kind() + " is not a " + kind.getSimpleName());
        }
        return kind.cast(object);
    }

    /** The text of an object. */
    public String write(KubernetesObject object) {
        return codec.toJson(object);
    }

    /**
     * Makes sure that a model says all that the text says from which it was read.
     *
     * @param before the text
     * @param after what the model makes of it
     * @throws ModelMismatchException naming the first field that differs
     */
    public void requireSame(String before, String after) {
        var difference = difference(
                "", Codec.readTree(before, ReadOptions.ignore()), Codec.readTree(after, ReadOptions.ignore()));
        if (difference != null) {
            throw new ModelMismatchException(difference);
        }
    }

    private static @Nullable String difference(String path, @Nullable Object before, @Nullable Object after) {
        if (isNothing(before) && isNothing(after)) {
            return null;
        }
        if (before instanceof Map<?, ?> some && after instanceof Map<?, ?> others) {
            return ofMaps(path, some, others);
        }
        if (before instanceof List<?> some && after instanceof List<?> others && some.size() == others.size()) {
            for (int i = 0; i < some.size(); i++) {
                var difference = difference(path + "[" + i + "]", some.get(i), others.get(i));
                if (difference != null) {
                    return difference;
                }
            }
            return null;
        }
        return same(before, after) ? null : path + ": " + before + " becomes " + after;
    }

    private static @Nullable String ofMaps(String path, Map<?, ?> before, Map<?, ?> after) {
        var names = new TreeMap<String, Boolean>();
        before.keySet().forEach(name -> names.put((String) name, true));
        after.keySet().forEach(name -> names.put((String) name, true));
        for (var name : new ArrayList<>(names.keySet())) {
            var difference = difference(path.isEmpty() ? name : path + "." + name, before.get(name), after.get(name));
            if (difference != null) {
                return difference;
            }
        }
        return null;
    }

    /** Absent, null and empty say the same of lists and maps that may be left out. */
    private static boolean isNothing(@Nullable Object value) {
        return value == null
                || value instanceof Map<?, ?> map && map.values().stream().allMatch(ModelJson::isNothing)
                || value instanceof List<?> list && list.isEmpty();
    }

    private static boolean same(@Nullable Object before, @Nullable Object after) {
        return before instanceof Number one && after instanceof Number other
                ? one.doubleValue() == other.doubleValue()
                : Objects.equals(before, after);
    }
}
