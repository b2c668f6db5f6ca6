package io.kubelayers.nucleus.store;

import java.util.List;

/** The reference keeps the contract too, or it would be none. */
class NaiveStoreTest extends StoreContract {
    @Override
    protected Store store(List<IndexDefinition> indexes) {
        return new NaiveStore(indexes);
    }
}
