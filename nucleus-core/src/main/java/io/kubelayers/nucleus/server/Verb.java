package io.kubelayers.nucleus.server;

import java.util.Locale;

/** What a request asks for, as authorization and audit name it. */
public enum Verb {
    GET,
    LIST,
    WATCH,
    CREATE,
    UPDATE,
    PATCH,
    DELETE,
    DELETECOLLECTION;

    private final String word = name().toLowerCase(Locale.ROOT);

    /** The lower-case verb of policies. */
    public String word() {
        return word;
    }

    /** Whether the verb may change the store. */
    public boolean writes() {
        return this != GET && this != LIST && this != WATCH;
    }
}
