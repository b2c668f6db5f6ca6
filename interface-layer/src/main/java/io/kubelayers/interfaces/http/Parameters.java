package io.kubelayers.interfaces.http;

import io.kubelayers.nucleus.errors.ApiErrors;
import io.kubelayers.nucleus.validation.GoText;
import org.jspecify.annotations.Nullable;

/** Reads single query parameters as upstream's parameter codec does. */
final class Parameters {
    private Parameters() {}

    /** A text, null if it is not given or empty. */
    static @Nullable String text(Query query, String name) {
        var value = query.first(name);
        return value.isEmpty() ? null : value;
    }

    static @Nullable Boolean flag(Query query, String name) {
        return query.has(name) ? (Boolean) RequestPath.isTrue(query, name) : null;
    }

    /**
     * A whole number, null if it is not given.
     *
     * @throws io.kubelayers.nucleus.errors.ApiException 400 if it is none
     */
    static @Nullable Long number(Query query, String name) {
        if (!query.has(name)) {
            return null;
        }
        var text = query.first(name);
        var problem = GoText.integerProblem(text);
        if (problem != null) {
            throw ApiErrors.badRequest(problem);
        }
        return Long.valueOf(text);
    }
}
