package io.kubelayers.nucleus.codec;

import io.kubelayers.nucleus.meta.GroupVersionKind;

/** The registry has no such kind: {@code no kind "X" is registered for version "v1" in scheme}. */
public final class UnknownKindException extends DecodeException {
    private static final long serialVersionUID = 1L;

    private final transient GroupVersionKind kind;

    UnknownKindException(Location location, GroupVersionKind kind, String problem) {
        super(location, problem, problem);
        this.kind = kind;
    }

    /** The kind that was asked for. */
    public GroupVersionKind kind() {
        return kind;
    }
}
