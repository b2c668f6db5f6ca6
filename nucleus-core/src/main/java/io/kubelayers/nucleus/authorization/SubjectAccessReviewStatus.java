package io.kubelayers.nucleus.authorization;

import io.kubelayers.nucleus.api.Pb;
import io.kubelayers.nucleus.api.Required;
import io.kubelayers.nucleus.value.Absent;
import io.soabase.recordbuilder.core.RecordBuilder;
import org.jspecify.annotations.Nullable;

/**
 * Answer to an access review.
 *
 * @param allowed True if the request would be allowed.
 * @param denied True if it is refused outright; false with allowed false means nobody had an opinion.
 * @param reason Readable why; may be empty.
 * @param evaluationError Error met while deciding, the answer may still hold; empty if none.
 */
@RecordBuilder
public record SubjectAccessReviewStatus(
        @Required @Pb(1) boolean allowed,
        @Pb(4) boolean denied,
        @Pb(2) @Nullable String reason,
        @Pb(3) @Nullable String evaluationError)
        implements SubjectAccessReviewStatusBuilder.With {
    /** The value of a field that was not set. */
    @SuppressWarnings("NullAway") // the constructor fills in what is absent
    public static final SubjectAccessReviewStatus EMPTY = new SubjectAccessReviewStatus(false, false, null, null);

    public SubjectAccessReviewStatus {
        reason = Absent.optional(reason);
        evaluationError = Absent.optional(evaluationError);
    }
}
