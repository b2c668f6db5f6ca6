package io.kubelayers.nucleus.validation;

import java.util.ArrayDeque;
import org.jspecify.annotations.Nullable;

/**
 * The place of a field in an object, such as {@code spec.containers[0].image} or
 * {@code metadata.annotations[example.com/key]}.
 *
 * <p>A path shares its beginning with the path it was made from, so walking down an object costs one small allocation
 * a step; the text is built only when asked for.
 */
public final class FieldPath {
    private static final int NAME = -1;
    private static final int KEY = -2;

    /** The path of the object itself: its children stand without a prefix, alone it reads {@code <nil>} as upstream. */
    public static final FieldPath ROOT = new FieldPath(null, "", NAME);

    private final @Nullable FieldPath parent;
    private final String step;

    /** Position in a list, or what else the step is. */
    private final int position;

    private FieldPath(@Nullable FieldPath parent, String step, int position) {
        this.parent = parent;
        this.step = step;
        this.position = position;
    }

    /** A path of field names from the object down: {@code of("spec", "replicas")}. */
    public static FieldPath of(String first, String... more) {
        return ROOT.child(first, more);
    }

    /** The field of this name below this one. */
    public FieldPath child(String name) {
        return new FieldPath(this, name, NAME);
    }

    /** The field reached by these names, one after another. */
    public FieldPath child(String name, String... more) {
        var path = child(name);
        for (var next : more) {
            path = path.child(next);
        }
        return path;
    }

    /** The item at this position of a list, counted from 0. */
    public FieldPath index(int position) {
        return new FieldPath(this, "", position);
    }

    /** The entry under this key of a map. */
    public FieldPath key(String key) {
        return new FieldPath(this, key, KEY);
    }

    /** True for the object itself. */
    public boolean isRoot() {
        return parent == null;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof FieldPath that && toString().equals(that.toString());
    }

    @Override
    public int hashCode() {
        return toString().hashCode();
    }

    @Override
    public String toString() {
        if (parent == null) {
            return "<nil>";
        }
        var steps = new ArrayDeque<FieldPath>();
        for (var path = this; path.parent != null; path = path.parent) {
            steps.push(path);
        }
        var out = new StringBuilder();
        for (var path : steps) {
            if (path.position == NAME) {
                out.append(out.isEmpty() ? "" : ".").append(path.step);
            } else if (path.position == KEY) {
                out.append('[').append(path.step).append(']');
            } else {
                out.append('[').append(path.position).append(']');
            }
        }
        return out.toString();
    }
}
