package io.kubelayers.nucleus.rules;

import io.kubelayers.nucleus.meta.KubernetesObject;
import io.kubelayers.nucleus.server.KindRules;
import io.kubelayers.nucleus.server.LooksAtChange;

/** What webhook configurations, admission policies and their bindings have in common. */
abstract class AdmissionRegistrationRules<T extends KubernetesObject> implements KindRules<T> {
    private final Class<T> type;

    AdmissionRegistrationRules(Class<T> type) {
        this.type = type;
    }

    @Override
    public final Class<T> type() {
        return type;
    }

    @Override
    public final LooksAtChange looksAtChange() {
        return LooksAtChange.ONCE.withMetadataAsNew();
    }

    @Override
    public final boolean refusesPlainFinalizers() {
        return false;
    }

    @Override
    public final boolean countsGenerations() {
        return true;
    }

    @Override
    public final boolean allowsUnconditionalUpdate() {
        return false;
    }
}
