package io.kubelayers.governance.rbac;

import io.kubelayers.nucleus.validation.FieldError;
import io.kubelayers.nucleus.validation.FieldPath;
import io.kubelayers.nucleus.validation.NameRule;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Defaults of bindings and what is wrong with them (pkg/apis/rbac/validation/validation.go). */
final class BindingErrors {
    private static final String GROUP = "rbac.authorization.k8s.io";

    private final List<FieldError> errors = new ArrayList<>();

    private BindingErrors() {}

    static RoleRef defaulted(RoleRef ref) {
        return ref.apiGroup().isEmpty() ? ref.withApiGroup(GROUP) : ref;
    }

    static List<Subject> defaulted(List<Subject> subjects) {
        return subjects.stream().map(BindingErrors::defaulted).toList();
    }

    private static Subject defaulted(Subject subject) {
        boolean named = subject.kind().equals(Subjects.USER) || subject.kind().equals(Subjects.GROUP);
        return named && subject.apiGroup() == null ? subject.withApiGroup(GROUP) : subject;
    }

    /**
     * What is wrong with a binding.
     *
     * @param kinds kinds of role it may refer to
     * @param namespaced whether service accounts without a namespace are those of the binding's own
     */
    static List<FieldError> of(RoleRef ref, List<Subject> subjects, List<String> kinds, boolean namespaced) {
        var check = new BindingErrors();
        check.ref(ref, kinds);
        for (int i = 0; i < subjects.size(); i++) {
            check.subject(subjects.get(i), namespaced, FieldPath.of("subjects").index(i));
        }
        return check.errors;
    }

    /** The role of a binding never changes: whoever may use the binding would get rights that nobody checked. */
    static List<FieldError> ofChange(RoleRef ref, RoleRef old) {
        return ref.equals(old)
                ? List.of()
                : List.of(FieldError.invalid(FieldPath.of("roleRef"), tree(ref), "cannot change roleRef"));
    }

    /** The fields as upstream prints them: of the type inside the server, which has no JSON names. */
    private static Map<String, String> tree(RoleRef ref) {
        var tree = new LinkedHashMap<String, String>();
        tree.put("APIGroup", ref.apiGroup());
        tree.put("Kind", ref.kind());
        tree.put("Name", ref.name());
        return tree;
    }

    private void ref(RoleRef ref, List<String> kinds) {
        var path = FieldPath.of("roleRef");
        if (!ref.apiGroup().equals(GROUP)) {
            errors.add(FieldError.notSupported(path.child("apiGroup"), ref.apiGroup(), List.of(GROUP)));
        }
        if (!kinds.contains(ref.kind())) {
            errors.add(FieldError.notSupported(path.child("kind"), ref.kind(), kinds));
        }
        if (ref.name().isEmpty()) {
            errors.add(FieldError.required(path.child("name"), ""));
        } else {
            name(NameRule.PATH_SEGMENT, path.child("name"), ref.name());
        }
    }

    private void name(NameRule rule, FieldPath path, String name) {
        rule.complaints(name, false).forEach(complaint -> errors.add(FieldError.invalid(path, name, complaint)));
    }

    private void subject(Subject subject, boolean namespaced, FieldPath path) {
        if (subject.name().isEmpty()) {
            errors.add(FieldError.required(path.child("name"), ""));
        }
        switch (subject.kind()) {
            case Subjects.SERVICE_ACCOUNT -> serviceAccount(subject, namespaced, path);
            case Subjects.USER -> principal(subject, path);
            case Subjects.GROUP -> principal(subject, path);
            default -> errors.add(FieldError.notSupported(
                    path.child("kind"),
                    subject.kind(),
                    List.of(Subjects.SERVICE_ACCOUNT, Subjects.USER, Subjects.GROUP)));
        }
    }

    private void serviceAccount(Subject subject, boolean namespaced, FieldPath path) {
        if (!subject.name().isEmpty()) {
            name(NameRule.DNS_SUBDOMAIN, path.child("name"), subject.name());
        }
        if (subject.apiGroup() != null) {
            errors.add(FieldError.notSupported(path.child("apiGroup"), subject.apiGroup(), List.of("")));
        }
        if (!namespaced && subject.namespace() == null) {
            errors.add(FieldError.required(path.child("namespace"), ""));
        }
    }

    private void principal(Subject subject, FieldPath path) {
        if (!GROUP.equals(subject.apiGroup())) {
            var given = subject.apiGroup() == null ? "" : subject.apiGroup();
            errors.add(FieldError.notSupported(path.child("apiGroup"), given, List.of(GROUP)));
        }
    }
}
