package io.kubelayers.nucleus.store;

import java.util.List;

class MemoryStoreLawsTest extends StoreLaws {
    @Override
    protected Store store(List<IndexDefinition> indexes) {
        return MemoryStore.indexedBy(indexes);
    }
}
