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
 * Discovery answer for one group version: the resources in it.
 *
 * @param groupVersion Group and version these resources belong to.
 * @param resources The resources and subresources served.
 */
@ApiType(version = "v1")
@RecordBuilder
public record APIResourceList(
        @Required @Pb(1) String groupVersion, @Required @Atomic @Pb(2) List<APIResource> resources)
        implements APIResourceListBuilder.With {
    public APIResourceList {
        groupVersion = Absent.text(groupVersion);
        resources = Absent.list(resources);
    }

    /**
     * Discovery record of one resource: its names, scope and verbs.
     *
     * @param name Plural name as it stands in URLs; subresources as parent/child.
     * @param singularName Singular name for command lines; may be empty.
     * @param namespaced True if objects live in namespaces, false if they are cluster-wide.
     * @param group Group of the kind when it differs from the enclosing list; empty means the same.
     * @param version Version of the kind when it differs from the enclosing list; empty means the same.
     * @param kind Kind of the objects, such as Deployment.
     * @param verbs Supported verbs, such as get, list, watch, create.
     * @param shortNames Short names for command lines, such as deploy.
     * @param categories Groupings that include this resource, such as all.
     * @param storageVersionHash Opaque hash of the stored version; changes when the stored version does.
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
