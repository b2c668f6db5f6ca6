package io.kubelayers.governance.disruption;

import io.kubelayers.nucleus.server.VersionConverter;

/** Evictions posted in the older version. */
public final class EvictionV1beta1Converter implements VersionConverter<EvictionV1beta1, Eviction> {
    @Override
    public Class<EvictionV1beta1> served() {
        return EvictionV1beta1.class;
    }

    @Override
    public Class<Eviction> hub() {
        return Eviction.class;
    }

    @Override
    public Eviction toHub(EvictionV1beta1 object) {
        return new Eviction(object.metadata(), object.deleteOptions());
    }

    @Override
    public EvictionV1beta1 fromHub(Eviction object) {
        return new EvictionV1beta1(object.metadata(), object.deleteOptions());
    }
}
