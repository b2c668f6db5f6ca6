package io.kubelayers.nucleus.authorization;

import io.kubelayers.nucleus.api.Atomic;
import io.kubelayers.nucleus.api.Pb;
import io.kubelayers.nucleus.value.Absent;
import io.soabase.recordbuilder.core.RecordBuilder;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Who wants to do what; exactly one of the two attribute members is set, and a user or group.
 *
 * @param resourceAttributes Request on a resource; null if on a URL path.
 * @param nonResourceAttributes Request on a URL path; null if on a resource.
 * @param user User name; empty asks about groups alone.
 * @param groups Groups of the user.
 * @param extra Further attributes of the user, a list of values a key.
 * @param uid Identifier of the user; may be empty.
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
    @SuppressWarnings("NullAway") // the constructor fills in what is absent
    public static final SubjectAccessReviewSpec EMPTY = new SubjectAccessReviewSpec(null, null, null, null, null, null);

    public SubjectAccessReviewSpec {
        user = Absent.optional(user);
        groups = Absent.list(groups);
        extra = Absent.map(extra);
        uid = Absent.optional(uid);
    }
}
