package io.kubelayers.nucleus.codec;

import io.kubelayers.nucleus.meta.KubernetesObject;
import java.util.ArrayList;
import java.util.List;

/**
 * An object of a text that can tell where in the text it stands, for messages about what becomes of it later.
 *
 * <p>Asking for a place reads the text once more: nothing is spent on places until one has to be told.
 */
public final class Located {
    private final Decoded<KubernetesObject> decoded;
    private final Places places;

    Located(Decoded<KubernetesObject> decoded, Places places) {
        this.decoded = decoded;
        this.places = places;
    }

    /** The object. */
    public KubernetesObject value() {
        return decoded.value();
    }

    /** Unknown and duplicate fields, if {@link FieldValidation#WARN} was asked for. */
    public List<FieldProblem> warnings() {
        return decoded.warnings();
    }

    Decoded<KubernetesObject> decoded() {
        return decoded;
    }

    /** Where the object begins. */
    public Location location() {
        return places.value(List.of());
    }

    /**
     * Where the field of this path is, such as {@code spec.containers[0].image}; if it is not there, where the innermost
     * field around it is that is there.
     */
    public Location location(String path) {
        return places.key(elements(path));
    }

    /** The names and indexes of a path; text in brackets that is no number is a name. */
    static List<Object> elements(String path) {
        List<Object> elements = new ArrayList<>();
        for (String part : path.split("[.\\[]")) {
            boolean index = part.endsWith("]");
            String name = index ? part.substring(0, part.length() - 1) : part;
            if (index && !name.isEmpty() && name.length() < 9 && name.chars().allMatch(Character::isDigit)) {
                elements.add(Integer.parseInt(name));
            } else if (!name.isEmpty()) {
                elements.add(name);
            }
        }
        return elements;
    }
}
