package io.kubelayers.governance.rbac;

import io.kubelayers.nucleus.server.KindRules;
import io.kubelayers.nucleus.server.LooksAtChange;
import io.kubelayers.nucleus.validation.FieldError;
import io.kubelayers.nucleus.validation.NameRule;
import java.util.List;

/** What a Role must look like. */
public final class RoleRules implements KindRules<Role> {
    @Override
    public Class<Role> type() {
        return Role.class;
    }

    @Override
    public LooksAtChange looksAtChange() {
        return LooksAtChange.USUAL.withMetadataAsNew();
    }

    @Override
    public boolean allowsCreateOnUpdate() {
        return true;
    }

    @Override
    public NameRule nameRule() {
        return NameRule.PATH_SEGMENT;
    }

    @Override
    public List<FieldError> validate(Role role) {
        return PolicyRuleErrors.of(role.rules(), true);
    }
}
