package io.kubelayers.nucleus.secret;

import io.kubelayers.nucleus.core.Secret;
import io.kubelayers.nucleus.validation.FieldError;
import io.kubelayers.nucleus.validation.FieldPath;
import io.kubelayers.nucleus.validation.MetaRules;
import io.kubelayers.nucleus.validation.Names;
import java.util.ArrayList;
import java.util.List;

/** What each type of secret must have, and what is secret about it: no message shows a value ({@code ValidateSecret}). */
final class SecretChecks {
    private static final FieldPath DATA = FieldPath.of("data");
    private static final int SIZE_MAX = 1024 * 1024;
    private static final String IMMUTABLE = "field is immutable when `immutable` is set";

    private SecretChecks() {}

    static List<FieldError> check(Secret secret) {
        var errors = new ArrayList<FieldError>();
        long size = 0;
        for (var entry : secret.data().entrySet()) {
            var complaints = Names.configKey(entry.getKey());
            if (!complaints.isEmpty()) {
                MetaRules.invalid(DATA.key(entry.getKey()), entry.getKey(), complaints, errors);
            }
            size += entry.getValue().size();
        }
        if (size > SIZE_MAX) {
            errors.add(FieldError.tooLong(DATA, SIZE_MAX));
        }
        type(secret, errors);
        return errors;
    }

    private static void type(Secret secret, List<FieldError> errors) {
        switch (secret.type() == null ? "" : secret.type()) {
            case "kubernetes.io/service-account-token" -> {
                var name = "kubernetes.io/service-account.name";
                if (secret.metadata().annotations().getOrDefault(name, "").isEmpty()) {
                    errors.add(FieldError.required(
                            FieldPath.of("metadata", "annotations").key(name), ""));
                }
            }
            case "kubernetes.io/dockercfg" -> json(secret, ".dockercfg", errors);
            case "kubernetes.io/dockerconfigjson" -> json(secret, ".dockerconfigjson", errors);
            case "kubernetes.io/basic-auth" -> {
                if (!secret.data().containsKey("username") && !secret.data().containsKey("password")) {
                    required("username", errors);
                    required("password", errors);
                }
            }
            case "kubernetes.io/ssh-auth" -> {
                var key = secret.data().get("ssh-privatekey");
                if (key == null || key.size() == 0) {
                    required("ssh-privatekey", errors);
                }
            }
            case "kubernetes.io/tls" -> {
                for (var key : List.of("tls.crt", "tls.key")) {
                    if (!secret.data().containsKey(key)) {
                        required(key, errors);
                    }
                }
            }
            default -> {}
        }
    }

    private static void required(String key, List<FieldError> errors) {
        errors.add(FieldError.required(DATA.key(key), ""));
    }

    private static void json(Secret secret, String key, List<FieldError> errors) {
        var content = secret.data().get(key);
        if (content == null) {
            required(key, errors);
            return;
        }
        var problem = JsonObjects.problem(content.toUtf8());
        if (!problem.isEmpty()) {
            errors.add(FieldError.invalid(DATA.key(key), "<secret contents redacted>", problem));
        }
    }

    static List<FieldError> change(Secret secret, Secret old) {
        var errors = new ArrayList<FieldError>();
        var type = secret.type() == null ? "" : secret.type();
        if (!type.equals(old.type() == null ? "" : old.type())) {
            errors.add(FieldError.invalid(FieldPath.of("type"), type, "field is immutable"));
        }
        if (Boolean.TRUE.equals(old.immutable())) {
            if (!Boolean.TRUE.equals(secret.immutable())) {
                errors.add(FieldError.forbidden(FieldPath.of("immutable"), IMMUTABLE));
            }
            if (!secret.data().equals(old.data())) {
                errors.add(FieldError.forbidden(DATA, IMMUTABLE));
            }
        }
        errors.addAll(check(secret));
        return errors;
    }
}
