package io.kubelayers.nucleus.api;

/** Upstream's names of types: nested records carry them without the name of what they are nested in. */
final class TypeNames {
    private TypeNames() {}

    static String of(Class<?> type) {
        Class<?> outer = type.getEnclosingClass();
        if (outer == null) {
            return type.getSimpleName();
        }
        String prefix = of(outer);
        if (prefix.endsWith("Spec")) {
            prefix = prefix.substring(0, prefix.length() - 4);
        }
        return prefix + type.getSimpleName();
    }
}
