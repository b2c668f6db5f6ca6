package io.kubelayers.nucleus.apply;

import io.kubelayers.nucleus.codec.KnownJson;
import java.util.AbstractMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The value of {@code fieldsV1} in a managed fields entry: a set of fields, which shows itself as the tree that is written.
 *
 * <p>The set is found when somebody looks, since of most objects nobody ever does. Until then it costs a reference to the
 * object it is about; then the set is kept instead.
 */
public final class FieldsV1 extends AbstractMap<String, @Nullable Object> implements KnownJson {
    private volatile @Nullable Supplier<FieldSet> source;
    private volatile @Nullable FieldSet set;
    private volatile @Nullable Map<String, @Nullable Object> tree;
    private final FieldSet never;
    private volatile @Nullable Shape reconciled;

    private FieldsV1(@Nullable Supplier<FieldSet> source, @Nullable FieldSet set, FieldSet never) {
        this.source = source;
        this.set = set;
        this.never = never;
    }

    /** A known set. */
    public static FieldsV1 of(FieldSet set) {
        return new FieldsV1(null, set, FieldSet.EMPTY);
    }

    /**
     * A set that is found when needed; the source is a pure function.
     *
     * @param never fields that are certainly not in it, nor is anything below them
     */
    static FieldsV1 later(Supplier<FieldSet> source, FieldSet never) {
        return new FieldsV1(source, null, never);
    }

    /** Whether any of these fields can be in the set, as far as can be told without finding it. */
    boolean mayHave(FieldSet fields) {
        return set != null || !fields.recursiveDifference(never).isEmpty();
    }

    /** The set as it is once values that have become atomic are owned as a whole; found anew for another shape only. */
    FieldSet reconciled(Shape shape) {
        var known = set();
        if (reconciled == shape) {
            return known;
        }
        var after = known.reconciled(shape);
        if (after == known) {
            reconciled = shape;
        }
        return after;
    }

    boolean isKnown() {
        return set != null;
    }

    /** Another set of fields of the same shape. */
    FieldsV1 with(FieldSet other) {
        var fields = of(other);
        fields.reconciled = reconciled;
        return fields;
    }

    /** The fields. */
    public FieldSet set() {
        var known = set;
        if (known == null) {
            var finds = source;
            known = finds == null ? set : finds.get();
            known = known == null ? FieldSet.EMPTY : known;
            set = known;
            source = null;
        }
        return known;
    }

    private Map<String, @Nullable Object> tree() {
        var known = tree;
        if (known == null) {
            known = set().toTree();
            tree = known;
        }
        return known;
    }

    @Override
    public String json() {
        return set().json();
    }

    @Override
    public Set<Entry<String, @Nullable Object>> entrySet() {
        return tree().entrySet();
    }

    @Override
    public @Nullable Object get(@Nullable Object key) {
        return tree().get(key);
    }

    @Override
    public boolean containsKey(@Nullable Object key) {
        return tree().containsKey(key);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        if (this == other) {
            return true;
        }
        return other instanceof FieldsV1 fields ? set().equals(fields.set()) : super.equals(other);
    }

    @Override
    public int hashCode() {
        return super.hashCode();
    }
}
