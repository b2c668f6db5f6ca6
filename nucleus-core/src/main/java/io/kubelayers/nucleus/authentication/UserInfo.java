package io.kubelayers.nucleus.authentication;

import io.kubelayers.nucleus.api.Atomic;
import io.kubelayers.nucleus.api.Pb;
import io.kubelayers.nucleus.value.Absent;
import io.soabase.recordbuilder.core.RecordBuilder;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Identity of a user as the server sees it.
 *
 * @param username Name of the user, unique among users at one time.
 * @param uid Identifier that tells users apart who had the same name at different times; may be empty.
 * @param groups Groups of the user.
 * @param extra Further attributes from the authenticator, a list of values a key.
 */
@RecordBuilder
public record UserInfo(
        @Pb(1) @Nullable String username,
        @Pb(2) @Nullable String uid,
        @Atomic @Pb(3) List<String> groups,
        @Pb(4) Map<String, List<String>> extra)
        implements UserInfoBuilder.With {
    /** The value of a field that was not set. */
    @SuppressWarnings("NullAway") // the constructor fills in what is absent
    public static final UserInfo EMPTY = new UserInfo(null, null, null, null);

    public UserInfo {
        username = Absent.optional(username);
        uid = Absent.optional(uid);
        groups = Absent.list(groups);
        extra = Absent.map(extra);
    }
}
