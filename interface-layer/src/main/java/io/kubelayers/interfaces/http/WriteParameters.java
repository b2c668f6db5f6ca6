package io.kubelayers.interfaces.http;

import io.kubelayers.nucleus.codec.FieldValidation;
import io.kubelayers.nucleus.errors.ApiErrors;
import io.kubelayers.nucleus.server.RequestOptions;
import io.kubelayers.nucleus.validation.FieldError;
import io.kubelayers.nucleus.validation.FieldPath;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The options of creates, updates and patches (apimachinery {@code meta/v1/validation}). */
final class WriteParameters {
    private static final int LONGEST_MANAGER = 128;

    private WriteParameters() {}

    /**
     * Reads and checks them.
     *
     * @param kind name of the options, such as {@code CreateOptions}
     * @param apply whether this is a server-side apply; null if it is no patch
     * @throws io.kubelayers.nucleus.errors.ApiException 422 if they are not well formed
     */
    static RequestOptions read(HttpRequest request, String kind, @Nullable Boolean apply) {
        var query = request.query();
        var manager = query.first("fieldManager");
        var validation = query.first("fieldValidation");
        var force = Parameters.flag(query, "force");
        var errors = new ArrayList<FieldError>();
        if (apply != null) {
            errors.addAll(patchErrors(apply, manager, force));
        }
        errors.addAll(managerErrors(manager));
        errors.addAll(dryRunErrors(query.all("dryRun")));
        if (apply == null) {}
        errors.addAll(validationErrors(validation));
        if (!errors.isEmpty()) {
            throw ApiErrors.invalid("meta.k8s.io", kind, "", errors);
        }
        boolean applies = Boolean.TRUE.equals(apply);
        return RequestOptions.NONE
                .withDryRun(!query.all("dryRun").isEmpty())
                .withFieldManager(manager.isEmpty() && !applies ? agent(request) : manager)
                .withFieldValidation(validation(validation))
                .withForce(Boolean.TRUE.equals(force));
    }

    private static List<FieldError> patchErrors(boolean apply, String manager, @Nullable Boolean force) {
        var errors = new ArrayList<FieldError>();
        if (!apply && force != null) {
            errors.add(FieldError.forbidden(FieldPath.of("force"), "may not be specified for non-apply patch"));
        }
        if (apply && manager.isEmpty()) {
            errors.add(FieldError.required(FieldPath.of("fieldManager"), "is required for apply patch"));
        }
        return errors;
    }

    private static List<FieldError> managerErrors(String manager) {
        var field = FieldPath.of("fieldManager");
        if (manager.length() > LONGEST_MANAGER) {
            return List.of(FieldError.tooLong(field, LONGEST_MANAGER));
        }
        for (int at = 0; at < manager.length(); at += Character.charCount(manager.codePointAt(at))) {
            int character = manager.codePointAt(at);
            if (!printable(character)) {
                return List.of(FieldError.invalid(
                        field, manager, String.format("invalid character U+%04X (at position %d)", character, at)));
            }
        }
        return List.of();
    }

    static List<FieldError> dryRunErrors(List<String> dryRun) {
        for (var value : dryRun) {
            if (!value.equals("All")) {
                return List.of(FieldError.notSupported(FieldPath.of("dryRun"), dryRun, List.of("All")));
            }
        }
        return List.of();
    }

    private static List<FieldError> validationErrors(String validation) {
        return List.of("", "Ignore", "Warn", "Strict").contains(validation)
                ? List.of()
                : List.of(FieldError.notSupported(
                        FieldPath.of("fieldValidation"), validation, List.of("", "Ignore", "Strict", "Warn")));
    }

    private static FieldValidation validation(String text) {
        return switch (text) {
            case "Strict" -> FieldValidation.STRICT;
            case "Ignore" -> FieldValidation.IGNORE;
            default -> FieldValidation.WARN;
        };
    }

    /** The name of the program that asks, as far as a manager's name can hold it. */
    private static String agent(HttpRequest request) {
        var agent = request.headers().first("User-Agent");
        int slash = agent.indexOf('/');
        var name = new StringBuilder();
        var program = slash < 0 ? agent : agent.substring(0, slash);
        for (int at = 0; at < program.length(); ) {
            int character = program.codePointAt(at);
            at += Character.charCount(character);
            if (name.length() + Character.charCount(character) > LONGEST_MANAGER) {
                break;
            }
            if (printable(character)) {
                name.appendCodePoint(character);
            }
        }
        return name.toString();
    }

    private static boolean printable(int character) {
        return switch (Character.getType(character)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> false;
            case Character.SPACE_SEPARATOR -> character == ' ';
            default -> true;
        };
    }
}
