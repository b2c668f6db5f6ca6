package io.kubelayers.nucleus.secret;

import io.kubelayers.nucleus.core.Secret;
import io.kubelayers.nucleus.server.KindRules;
import io.kubelayers.nucleus.server.LooksAtChange;
import io.kubelayers.nucleus.validation.FieldError;
import io.kubelayers.nucleus.value.Bytes;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The rules of Secrets: {@code stringData} is write-only, its entries replace those of {@code data}; a Secret without a
 * type is Opaque. Upstream source: {@code pkg/apis/core/v1/conversion.go} and {@code defaults.go}.
 */
public final class SecretRules implements KindRules<Secret> {
    @Override
    public Class<Secret> type() {
        return Secret.class;
    }

    @Override
    public LooksAtChange looksAtChange() {
        return LooksAtChange.USUAL.withMetadataAsNew();
    }

    @Override
    public Secret defaulted(Secret secret) {
        var typed = secret.type() == null ? secret.withType(Secret.Type.OPAQUE) : secret;
        if (typed.stringData().isEmpty()) {
            return typed;
        }
        var data = new TreeMap<>(typed.data());
        typed.stringData().forEach((key, text) -> data.put(key, Bytes.utf8(text)));
        return typed.withData(data).withStringData(Map.of());
    }

    @Override
    public List<String> warnings(Secret secret) {
        return Secret.Type.KUBERNETES_IO_TLS.equals(secret.type())
                ? KeyPairWarnings.of(secret.data().get("tls.crt"), secret.data().get("tls.key"))
                : List.of();
    }

    @Override
    public List<FieldError> validate(Secret secret) {
        return SecretChecks.check(secret);
    }

    @Override
    public List<FieldError> validateUpdate(Secret secret, Secret old) {
        return SecretChecks.change(secret, old);
    }

    /** A type that was left out of an update is the one there was. */
    @Override
    public Secret prepareForUpdate(Secret secret, Secret old) {
        return secret.type() == null ? secret.withType(old.type()) : secret;
    }
}
