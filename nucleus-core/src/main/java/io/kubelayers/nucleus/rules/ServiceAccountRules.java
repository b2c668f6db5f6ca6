package io.kubelayers.nucleus.rules;

import io.kubelayers.nucleus.core.ObjectReference;
import io.kubelayers.nucleus.core.ServiceAccount;
import io.kubelayers.nucleus.server.KindRules;
import io.kubelayers.nucleus.server.LooksAtChange;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Of the secrets that a service account names, only the names are kept (registry/core/serviceaccount/strategy.go). */
final class ServiceAccountRules implements KindRules<ServiceAccount> {
    private static final String MOUNTABLE = "kubernetes.io/enforce-mountable-secrets";

    @Override
    public Class<ServiceAccount> type() {
        return ServiceAccount.class;
    }

    @Override
    public LooksAtChange looksAtChange() {
        return LooksAtChange.USUAL.withMetadataAsNew();
    }

    @Override
    public ServiceAccount prepareForCreate(ServiceAccount account) {
        return withNamesOnly(account);
    }

    @Override
    public ServiceAccount prepareForUpdate(ServiceAccount account, ServiceAccount old) {
        return withNamesOnly(account);
    }

    /** Warns whoever brings an annotation that is going out of use; not those who leave it. */
    @Override
    public List<String> warnings(ServiceAccount account, @Nullable ServiceAccount old) {
        boolean brought = account.metadata().annotations().containsKey(MOUNTABLE)
                && (old == null || !old.metadata().annotations().containsKey(MOUNTABLE));
        return brought
                ? List.of("metadata.annotations[" + MOUNTABLE + "]: deprecated in v1.32+; prefer separate namespaces to"
                        + " isolate access to mounted secrets")
                : List.of();
    }

    private static ServiceAccount withNamesOnly(ServiceAccount account) {
        if (account.secrets().isEmpty()) {
            return account;
        }
        List<ObjectReference> names = new ArrayList<>();
        for (var secret : account.secrets()) {
            names.add(new ObjectReference(null, null, secret.name(), null, null, null, null));
        }
        return account.withSecrets(names);
    }
}
