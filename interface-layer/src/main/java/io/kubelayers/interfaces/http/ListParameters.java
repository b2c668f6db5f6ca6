package io.kubelayers.interfaces.http;

import io.kubelayers.nucleus.codec.FieldValidation;
import io.kubelayers.nucleus.errors.ApiErrors;
import io.kubelayers.nucleus.server.RequestOptions;
import io.kubelayers.nucleus.validation.FieldError;
import io.kubelayers.nucleus.validation.FieldPath;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The options of lists and watches (apimachinery {@code meta/internalversion/validation}). */
final class ListParameters {
    private static final FieldPath MATCH = FieldPath.of("resourceVersionMatch");
    private static final FieldPath INITIAL = FieldPath.of("sendInitialEvents");

    private ListParameters() {}

    /**
     * Reads and checks them.
     *
     * @throws io.kubelayers.nucleus.errors.ApiException 400 if one can't be read, 422 if they do not go together
     */
    static RequestOptions read(Query query, boolean watch) {
        var limit = Parameters.number(query, "limit");
        var timeout = Parameters.number(query, "timeoutSeconds");
        var initial = Parameters.flag(query, "sendInitialEvents");
        var match = query.first("resourceVersionMatch");
        var errors = watch
                ? watchErrors(query, match, initial)
                : listErrors(query, match, query.first("resourceVersion"), initial);
        if (!errors.isEmpty()) {
            throw ApiErrors.invalid("meta.k8s.io", "ListOptions", "", errors);
        }
        return new RequestOptions(
                false,
                null,
                FieldValidation.IGNORE,
                false,
                Parameters.text(query, "labelSelector"),
                Parameters.text(query, "fieldSelector"),
                limit == null ? 0 : limit,
                Parameters.text(query, "continue"),
                Parameters.text(query, "resourceVersion"),
                match.isEmpty() ? null : match,
                RequestPath.isTrue(query, "allowWatchBookmarks"),
                initial,
                timeout == null ? null : (Integer) timeout.intValue());
    }

    private static List<FieldError> listErrors(Query query, String match, String version, @Nullable Boolean initial) {
        var errors = new ArrayList<FieldError>();
        if (!match.isEmpty()) {
            if (version.isEmpty()) {
                errors.add(FieldError.forbidden(
                        MATCH, "resourceVersionMatch is forbidden unless resourceVersion is provided"));
            }
            if (!query.first("continue").isEmpty()) {
                errors.add(FieldError.forbidden(MATCH, "resourceVersionMatch is forbidden when continue is provided"));
            }
            if (!match.equals("Exact") && !match.equals("NotOlderThan")) {
                errors.add(FieldError.notSupported(MATCH, match, List.of("Exact", "NotOlderThan", "")));
            }
            if (match.equals("Exact") && version.equals("0")) {
                errors.add(FieldError.forbidden(
                        MATCH, "resourceVersionMatch \"exact\" is forbidden for resourceVersion \"0\""));
            }
        }
        if (initial != null) {
            errors.add(FieldError.forbidden(INITIAL, "sendInitialEvents is forbidden for list"));
        }
        return errors;
    }

    private static List<FieldError> watchErrors(Query query, String match, @Nullable Boolean initial) {
        var errors = new ArrayList<FieldError>();
        if (initial != null && !match.equals("NotOlderThan")) {
            errors.add(FieldError.forbidden(
                    MATCH, "sendInitialEvents requires setting resourceVersionMatch to NotOlderThan"));
        }
        if (!match.isEmpty()) {
            if (initial == null) {
                errors.add(FieldError.forbidden(
                        MATCH, "resourceVersionMatch is forbidden for watch unless sendInitialEvents is provided"));
            }
            if (!match.equals("NotOlderThan")) {
                errors.add(FieldError.notSupported(MATCH, match, List.of("NotOlderThan")));
            }
            if (!query.first("continue").isEmpty()) {
                errors.add(FieldError.forbidden(MATCH, "resourceVersionMatch is forbidden when continue is provided"));
            }
        }
        return errors;
    }
}
