package io.kubelayers.nucleus.authorization;

import io.kubelayers.nucleus.api.Atomic;
import io.kubelayers.nucleus.api.Pb;
import io.kubelayers.nucleus.value.Absent;
import io.soabase.recordbuilder.core.RecordBuilder;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * TODO-DOC.
 *
 * @param resourceAttributes TODO-DOC
 * @param nonResourceAttributes TODO-DOC
 * @param user TODO-DOC
 * @param groups TODO-DOC
 * @param extra TODO-DOC
 * @param uid TODO-DOC
 */
@RecordBuilder
public record SubjectAccessReviewSpec(
    @Pb(1) @Nullable ResourceAttributes resourceAttributes,
    @Pb(2) @Nullable NonResourceAttributes nonResourceAttributes,
    @Pb(3) @Nullable String user,
    @Atomic @Pb(4) List<String> groups,
    @Pb(5) Map<String, List<String>> extra,
    @Pb(6) @Nullable String uid)
    implements SubjectAccessReviewSpecBuilder.With {
    /** The value of a field that was not set. */
    public static final SubjectAccessReviewSpec EMPTY = new SubjectAccessReviewSpec(null, null, null, null, null, null);

    public SubjectAccessReviewSpec {
        user = Absent.optional(user);
        groups = Absent.list(groups);
        extra = Absent.map(extra);
        uid = Absent.optional(uid);
    }

}
