package io.kubelayers.nucleus.meta;

import io.kubelayers.nucleus.api.ApiType;
import io.kubelayers.nucleus.api.Atomic;
import io.kubelayers.nucleus.api.FeatureGate;
import io.kubelayers.nucleus.api.Pb;
import io.kubelayers.nucleus.api.Required;
import io.kubelayers.nucleus.value.Absent;
import io.soabase.recordbuilder.core.RecordBuilder;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * TODO-DOC.
 *
 * @param groupVersion TODO-DOC
 * @param resources TODO-DOC
 */
@ApiType(version = "v1")
@RecordBuilder
public record APIResourceList(
    @Required @Pb(1) String groupVersion,
    @Required @Atomic @Pb(2) List<APIResource> resources)
    implements APIResourceListBuilder.With {
    public APIResourceList {
        groupVersion = Absent.text(groupVersion);
        resources = Absent.list(resources);
    }


    /**
     * TODO-DOC.
     *
     * @param name TODO-DOC
     * @param singularName TODO-DOC
     * @param namespaced TODO-DOC
     * @param group TODO-DOC
     * @param version TODO-DOC
     * @param kind TODO-DOC
     * @param verbs TODO-DOC
     * @param shortNames TODO-DOC
     * @param categories TODO-DOC
     * @param storageVersionHash TODO-DOC
     */
    @RecordBuilder
    public record APIResource(
        @Required @Pb(1) String name,
        @Required @Pb(6) String singularName,
        @Required @Pb(2) boolean namespaced,
        @Pb(8) @Nullable String group,
        @Pb(9) @Nullable String version,
        @Required @Pb(3) String kind,
        @Required @Pb(4) List<String> verbs,
        @Atomic @Pb(5) List<String> shortNames,
        @Atomic @Pb(7) List<String> categories,
        @FeatureGate("StorageVersionHash") @Pb(10) @Nullable String storageVersionHash)
        implements APIResourceListAPIResourceBuilder.With {
        public APIResource {
            name = Absent.text(name);
            singularName = Absent.text(singularName);
            group = Absent.optional(group);
            version = Absent.optional(version);
            kind = Absent.text(kind);
            verbs = Absent.list(verbs);
            shortNames = Absent.list(shortNames);
            categories = Absent.list(categories);
            storageVersionHash = Absent.optional(storageVersionHash);
        }

    }
}
