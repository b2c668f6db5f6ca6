package io.kubelayers.nucleus.customresource;

import io.kubelayers.nucleus.apiextensions.CustomResourceDefinition.CustomResourceSubresourceScale;
import io.kubelayers.nucleus.meta.DynamicObject;
import io.kubelayers.nucleus.validation.FieldError;
import io.kubelayers.nucleus.validation.FieldPath;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Where in its objects a custom kind keeps replicas and selector, as plain paths such as {@code .spec.replicas}. */
public final class CustomScale {
    private final CustomResourceSubresourceScale paths;

    CustomScale(CustomResourceSubresourceScale paths) {
        this.paths = paths;
    }

    /** Path of the wanted replicas, as the definition writes it. */
    public String specReplicasPath() {
        return paths.specReplicasPath();
    }

    /** The wanted replicas, or null if the object has none. */
    public @Nullable Integer replicas(DynamicObject object) {
        return number(object, paths.specReplicasPath());
    }

    public int statusReplicas(DynamicObject object) {
        var replicas = number(object, paths.statusReplicasPath());
        return replicas == null ? 0 : replicas;
    }

    /** The selector as text, or null if there is none. */
    public @Nullable String selector(DynamicObject object) {
        return paths.labelSelectorPath() != null && read(object, paths.labelSelectorPath()) instanceof String text
                ? text
                : null;
    }

    public DynamicObject withReplicas(DynamicObject object, int replicas) {
        var fields = with(object.fields(), steps(paths.specReplicasPath()), replicas);
        return new DynamicObject(object.apiVersion(), object.kind(), object.metadata(), fields);
    }

    /** What is wrong with the wanted replicas. */
    List<FieldError> validateSpec(DynamicObject object) {
        var errors = new ArrayList<FieldError>();
        count(object, paths.specReplicasPath(), errors);
        return errors;
    }

    /** What is wrong with the replicas there are, and with the selector. */
    List<FieldError> validateStatus(DynamicObject object) {
        var errors = new ArrayList<FieldError>();
        count(object, paths.statusReplicasPath(), errors);
        var path = paths.labelSelectorPath();
        if (path != null && !path.isEmpty()) {
            var problem = Nested.problem(object.fields(), steps(path), Nested.Type.STRING);
            if (!problem.isEmpty()) {
                errors.add(FieldError.invalid(FieldPath.of(path), "", problem));
            }
        }
        return errors;
    }

    private static void count(DynamicObject object, String path, List<FieldError> errors) {
        var place = FieldPath.of(path);
        var problem = Nested.problem(object.fields(), steps(path), Nested.Type.INT64);
        if (!problem.isEmpty()) {
            errors.add(FieldError.invalid(place, 0L, problem));
        } else if (read(object, path) instanceof Long replicas && replicas < 0) {
            errors.add(FieldError.invalid(place, replicas, "should be a non-negative integer"));
        } else if (read(object, path) instanceof Long replicas && replicas > Integer.MAX_VALUE) {
            errors.add(FieldError.invalid(place, replicas, "should be less than or equal to " + Integer.MAX_VALUE));
        }
    }

    private static @Nullable Integer number(DynamicObject object, String path) {
        return read(object, path) instanceof Number number ? number.intValue() : null;
    }

    private static @Nullable Object read(DynamicObject object, String path) {
        Object place = object.fields();
        for (var step : steps(path)) {
            place = place instanceof Map<?, ?> map ? map.get(step) : null;
        }
        return place;
    }

    private static List<String> steps(String path) {
        return Arrays.asList((path.startsWith(".") ? path.substring(1) : path).split("\\."));
    }

    private static Map<String, @Nullable Object> with(Map<?, ?> map, List<String> steps, long value) {
        var copy = new LinkedHashMap<String, @Nullable Object>();
        map.forEach((key, member) -> copy.put((String) key, member));
        var name = steps.get(0);
        copy.put(
                name,
                steps.size() == 1
                        ? (Object) value
                        : with(
                                copy.get(name) instanceof Map<?, ?> below ? below : Map.of(),
                                steps.subList(1, steps.size()),
                                value));
        return Collections.unmodifiableMap(copy);
    }
}
