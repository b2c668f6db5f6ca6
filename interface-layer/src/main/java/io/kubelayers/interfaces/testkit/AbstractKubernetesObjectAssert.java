package io.kubelayers.interfaces.testkit;

import io.kubelayers.interfaces.spelling.NearestName;
import io.kubelayers.nucleus.meta.KubernetesObject;
import java.util.Map;
import org.assertj.core.api.AbstractObjectAssert;

/**
 * Assertions that objects of all kinds have.
 *
 * @param <S> the assertion itself
 * @param <T> the kind
 */
public abstract class AbstractKubernetesObjectAssert<
                S extends AbstractKubernetesObjectAssert<S, T>, T extends KubernetesObject>
        extends AbstractObjectAssert<S, T> {
    AbstractKubernetesObjectAssert(T object, Class<?> self) {
        super(object, self);
    }

    /** The object has this label. */
    public S hasLabel(String key, String value) {
        return entry("label", actual.metadata().labels(), key, value);
    }

    /** The object has this annotation. */
    public S hasAnnotation(String key, String value) {
        return entry("annotation", actual.metadata().annotations(), key, value);
    }

    private S entry(String what, Map<String, String> entries, String key, String value) {
        var found = entries.get(key);
        if (!value.equals(found)) {
            throw mismatch(Mismatch.expected(subject() + " has " + what + " " + key + "=" + value)
                    .but(found == null ? "it has no " + what + " " + key : "it is " + key + "=" + found)
                    .hint(found == null ? NearestName.hint(key, entries.keySet()) : ""));
        }
        return myself;
    }

    /** The condition of that type has that status: {@code hasCondition("Ready", "True")}. */
    public S hasCondition(String type, String status) {
        var conditions = StatusConditions.of(actual);
        var found = conditions.status(type);
        if (!status.equals(found)) {
            throw mismatch(Mismatch.expected(subject() + " has condition " + type + "=" + status)
                    .but(found.isEmpty() ? "it has no condition " + type : "it is " + type + "=" + found)
                    .why(conditions.finding(subject()))
                    .hint(found.isEmpty() ? NearestName.hint(type, conditions.types()) : ""));
        }
        return myself;
    }

    /** The object that controls it has this kind and name: {@code isControlledBy("ReplicaSet", "web-7d4b")}. */
    public S isControlledBy(String kind, String name) {
        var owner = actual.metadata().controllerOwner();
        if (owner.isEmpty()
                || !owner.get().kind().equals(kind)
                || !owner.get().name().equals(name)) {
            throw mismatch(Mismatch.expected(subject() + " is controlled by " + kind + " " + name)
                    .but(owner.map(found -> "it is controlled by " + found.kind() + " " + found.name())
                            .orElse("nobody controls it")));
        }
        return myself;
    }

    String subject() {
        return actual.getClass().getSimpleName() + " " + ObjectName.of(actual);
    }

    AssertionError mismatch(Mismatch mismatch) {
        return failure("%s", mismatch.text());
    }
}
