package io.kubelayers.nucleus.apply;

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
public final class FieldsV1 extends AbstractMap<String, @Nullable Object> {
    private volatile @Nullable Supplier<FieldSet> source;
    private volatile @Nullable FieldSet set;
    private volatile @Nullable Map<String, @Nullable Object> tree;

    private FieldsV1(@Nullable Supplier<FieldSet> source, @Nullable FieldSet set) {
        this.source = source;
        this.set = set;
    }

    /** A known set. */
    public static FieldsV1 of(FieldSet set) {
        return new FieldsV1(null, set);
    }

    /** A set that is found when needed; the source is a pure function. */
    static FieldsV1 later(Supplier<FieldSet> source) {
        return new FieldsV1(source, null);
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
