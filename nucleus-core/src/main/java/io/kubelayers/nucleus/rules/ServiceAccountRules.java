package io.kubelayers.nucleus.rules;

import io.kubelayers.nucleus.core.ObjectReference;
import io.kubelayers.nucleus.core.ServiceAccount;
import io.kubelayers.nucleus.server.KindRules;
import io.kubelayers.nucleus.server.LooksAtChange;
import java.util.ArrayList;
import java.util.List;

/** Of the secrets that a service account names, only the names are kept (registry/core/serviceaccount/strategy.go). */
final class ServiceAccountRules implements KindRules<ServiceAccount> {
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
