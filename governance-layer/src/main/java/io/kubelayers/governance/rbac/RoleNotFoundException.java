package io.kubelayers.governance.rbac;

/** A binding refers to a role that does not exist, or of a kind that is no role. */
public final class RoleNotFoundException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient RoleRef ref;

    RoleNotFoundException(RoleRef ref) {
        super(Binding.unresolved(ref));
        this.ref = ref;
    }

    public RoleRef ref() {
        return ref;
    }
}
