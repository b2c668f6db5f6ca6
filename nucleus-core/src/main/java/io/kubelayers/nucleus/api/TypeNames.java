package io.kubelayers.nucleus.api;

/** Finds upstream's names of types. */
final class TypeNames {
    private TypeNames() {}

    /** The name, such as {@code PodStatus}. */
    static String name(Class<?> type) {
        TypeName named = type.getAnnotation(TypeName.class);
        if (named != null && !named.value().isEmpty()) {
            return named.value();
        }
        Kind kind = type.getAnnotation(Kind.class);
        if (kind != null && !kind.kind().isEmpty()) {
            return kind.kind();
        }
        return type.getSimpleName();
    }

    /** Upstream's package, such as {@code core/v1}; empty if the class is none of the API. */
    static String apiPackage(Class<?> type) {
        TypeName named = type.getAnnotation(TypeName.class);
        if (named != null && !named.in().isEmpty()) {
            return named.in();
        }
        Class<?> outer = type.getEnclosingClass();
        if (outer != null) {
            return apiPackage(outer);
        }
        Kind kind = type.getAnnotation(Kind.class);
        if (kind != null) {
            return directory(kind.group()) + "/" + kind.version();
        }
        ApiPackage all = type.getPackage().getAnnotation(ApiPackage.class);
        return all == null ? "" : all.value();
    }

    /** Upstream keeps a group's types in a directory called by the first part of its name. */
    private static String directory(String group) {
        int dot = group.indexOf('.');
        return group.isEmpty() ? "core" : dot < 0 ? group : group.substring(0, dot);
    }
}
