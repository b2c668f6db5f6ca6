package io.kubelayers.nucleus.authentication;

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
 * @param username TODO-DOC
 * @param uid TODO-DOC
 * @param groups TODO-DOC
 * @param extra TODO-DOC
 */
@RecordBuilder
public record UserInfo(
    @Pb(1) @Nullable String username,
    @Pb(2) @Nullable String uid,
    @Atomic @Pb(3) List<String> groups,
    @Pb(4) Map<String, List<String>> extra)
    implements UserInfoBuilder.With {
    /** The value of a field that was not set. */
    public static final UserInfo EMPTY = new UserInfo(null, null, null, null);

    public UserInfo {
        username = Absent.optional(username);
        uid = Absent.optional(uid);
        groups = Absent.list(groups);
        extra = Absent.map(extra);
    }

}
