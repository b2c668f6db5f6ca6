package io.kubelayers.nucleus.authorization;

import io.kubelayers.nucleus.api.Atomic;
import io.kubelayers.nucleus.api.Pb;
import io.kubelayers.nucleus.meta.FieldSelectorRequirement;
import io.kubelayers.nucleus.meta.LabelSelectorRequirement;
import io.kubelayers.nucleus.value.Absent;
import io.soabase.recordbuilder.core.RecordBuilder;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Request on a resource that an access review asks about.
 *
 * @param namespace Namespace of the request; empty means cluster-wide or all namespaces.
 * @param verb Verb, such as get or list; * asks for all.
 * @param group API group, empty is the core group; * asks for all.
 * @param version API version; * asks for all.
 * @param resource Plural resource name; * asks for all.
 * @param subresource Subresource, such as status; empty for none.
 * @param name Name of the object; empty for all.
 * @param fieldSelector Field limits of the request; null if none.
 * @param labelSelector Label limits of the request; null if none.
 */
@RecordBuilder
public record ResourceAttributes(
        @Pb(1) @Nullable String namespace,
        @Pb(2) @Nullable String verb,
        @Pb(3) @Nullable String group,
        @Pb(4) @Nullable String version,
        @Pb(5) @Nullable String resource,
        @Pb(6) @Nullable String subresource,
        @Pb(7) @Nullable String name,
        @Pb(8) @Nullable FieldSelectorAttributes fieldSelector,
        @Pb(9) @Nullable LabelSelectorAttributes labelSelector)
        implements ResourceAttributesBuilder.With {
    public ResourceAttributes {
        namespace = Absent.optional(namespace);
        verb = Absent.optional(verb);
        group = Absent.optional(group);
        version = Absent.optional(version);
        resource = Absent.optional(resource);
        subresource = Absent.optional(subresource);
        name = Absent.optional(name);
    }

    /**
     * Label limits of a request; text form and parsed form exclude each other.
     *
     * @param rawSelector Limits as text, as in the query of the request; empty if requirements is used.
     * @param requirements Limits in parsed form, all must hold; empty if rawSelector is used.
     */
    @RecordBuilder
    public record LabelSelectorAttributes(
            @Pb(1) @Nullable String rawSelector, @Atomic @Pb(2) List<LabelSelectorRequirement> requirements)
            implements ResourceAttributesLabelSelectorAttributesBuilder.With {
        public LabelSelectorAttributes {
            rawSelector = Absent.optional(rawSelector);
            requirements = Absent.list(requirements);
        }
    }

    /**
     * Field limits of a request; text form and parsed form exclude each other.
     *
     * @param rawSelector Limits as text, as in the query of the request; empty if requirements is used.
     * @param requirements Limits in parsed form, all must hold; empty if rawSelector is used.
     */
    @RecordBuilder
    public record FieldSelectorAttributes(
            @Pb(1) @Nullable String rawSelector, @Atomic @Pb(2) List<FieldSelectorRequirement> requirements)
            implements ResourceAttributesFieldSelectorAttributesBuilder.With {
        public FieldSelectorAttributes {
            rawSelector = Absent.optional(rawSelector);
            requirements = Absent.list(requirements);
        }
    }
}
