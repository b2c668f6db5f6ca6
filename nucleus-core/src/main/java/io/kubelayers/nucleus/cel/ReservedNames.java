package io.kubelayers.nucleus.cel;

import java.util.Set;

/** Names that the language keeps for itself, so that nothing can be called by them (cel-spec, {@code doc/langdef.md}). */
public final class ReservedNames {
    private static final Set<String> ALL = Set.of(
            "true",
            "false",
            "null",
            "in",
            "as",
            "break",
            "const",
            "continue",
            "else",
            "for",
            "function",
            "if",
            "import",
            "let",
            "loop",
            "package",
            "namespace",
            "return",
            "var",
            "void",
            "while");

    private ReservedNames() {}

    /** Whether a name is one of them. */
    public static boolean contains(String name) {
        return ALL.contains(name);
    }
}
