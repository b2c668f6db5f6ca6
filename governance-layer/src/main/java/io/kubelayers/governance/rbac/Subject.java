package io.kubelayers.governance.rbac;

import io.kubelayers.nucleus.api.Atomic;
import io.kubelayers.nucleus.api.Pb;
import io.kubelayers.nucleus.api.Required;
import io.kubelayers.nucleus.value.Absent;
import io.soabase.recordbuilder.core.RecordBuilder;
import org.jspecify.annotations.Nullable;

/**
 * TODO-DOC.
 *
 * @param kind TODO-DOC
 * @param apiGroup TODO-DOC
 * @param name TODO-DOC
 * @param namespace TODO-DOC
 */
@Atomic
@RecordBuilder
public record Subject(
    @Required @Pb(1) String kind,
    @Pb(2) @Nullable String apiGroup,
    @Required @Pb(3) String name,
    @Pb(4) @Nullable String namespace)
    implements SubjectBuilder.With {
    public Subject {
        kind = Absent.text(kind);
        apiGroup = Absent.optional(apiGroup);
        name = Absent.text(name);
        namespace = Absent.optional(namespace);
    }

}
