package io.kubelayers.nucleus.volume;

import io.kubelayers.nucleus.validation.FieldError;
import io.kubelayers.nucleus.validation.FieldPath;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Checks that a volume has one source. The first is checked, others are refused without a look at them. */
public final class SourceChoice {
    private final FieldPath path;
    private final List<FieldError> errors;
    private int found;

    public SourceChoice(FieldPath path, List<FieldError> errors) {
        this.path = path;
        this.errors = errors;
    }

    /** Adds what is wrong with a source. */
    public interface Check<S> {
        void check(FieldPath path, S source, List<FieldError> errors);
    }

    /** The next of the sources there are; null if it is not set. */
    public <S> SourceChoice or(String field, @Nullable S source, Check<S> check) {
        return or(field, field, source, check);
    }

    /** As {@link #or(String, Object, Check)}, where upstream calls the field otherwise in messages. */
    public <S> SourceChoice or(String field, String called, @Nullable S source, Check<S> check) {
        if (source == null) {
            return this;
        }
        if (found > 0) {
            errors.add(FieldError.forbidden(path.child(field), "may not specify more than 1 volume type"));
        } else {
            found++;
            check.check(path.child(called), source, errors);
        }
        return this;
    }

    /** A source that upstream looks at even beside another one. */
    public <S> SourceChoice always(String field, @Nullable S source, Check<S> check) {
        if (source != null) {
            found++;
            check.check(path.child(field), source, errors);
        }
        return this;
    }

    /** What else is asked of the last source, even beside another one; the place is that of the volume. */
    public <S> SourceChoice also(@Nullable S source, Check<S> check) {
        if (source != null) {
            check.check(path, source, errors);
        }
        return this;
    }

    /** Adds an error if there was none. */
    public void orNothing() {
        if (found == 0) {
            errors.add(FieldError.required(path, "must specify a volume type"));
        }
    }
}
