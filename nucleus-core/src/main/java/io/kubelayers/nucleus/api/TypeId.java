package io.kubelayers.nucleus.api;

/**
 * Upstream's full name of an API type.
 *
 * @param apiPackage directory and version, such as {@code core/v1}; empty if the class is none of the API
 * @param name name, such as {@code PodStatus}
 */
public record TypeId(String apiPackage, String name) {
    /** Reads {@link TypeName}, {@link Kind} and {@link ApiPackage} of a record or constants class. */
    static TypeId of(Class<?> type) {
        return new TypeId(TypeNames.apiPackage(type), TypeNames.name(type));
    }

    /** As Go names it in messages: {@code v1.PodStatus}. */
    public String goName() {
        return apiPackage.substring(apiPackage.indexOf('/') + 1) + "." + name;
    }

    /** {@code core/v1.PodStatus}. */
    @Override
    public String toString() {
        return apiPackage + "." + name;
    }
}
