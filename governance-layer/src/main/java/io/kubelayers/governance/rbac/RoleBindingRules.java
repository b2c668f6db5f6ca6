package io.kubelayers.governance.rbac;

import io.kubelayers.nucleus.server.KindRules;
import io.kubelayers.nucleus.server.LooksAtChange;
import io.kubelayers.nucleus.validation.FieldError;
import io.kubelayers.nucleus.validation.NameRule;
import java.util.ArrayList;
import java.util.List;

/** What a RoleBinding must look like, and that its role never changes. */
public final class RoleBindingRules implements KindRules<RoleBinding> {
    @Override
    public Class<RoleBinding> type() {
        return RoleBinding.class;
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
    public RoleBinding defaulted(RoleBinding binding) {
        return binding.withRoleRef(BindingErrors.defaulted(binding.roleRef()))
                .withSubjects(BindingErrors.defaulted(binding.subjects()));
    }

    @Override
    public List<FieldError> validate(RoleBinding binding) {
        return BindingErrors.of(binding.roleRef(), binding.subjects(), List.of("Role", "ClusterRole"), true);
    }

    @Override
    public List<FieldError> validateUpdate(RoleBinding binding, RoleBinding old) {
        var errors = new ArrayList<>(validate(binding));
        errors.addAll(BindingErrors.ofChange(binding.roleRef(), old.roleRef()));
        return errors;
    }
}
