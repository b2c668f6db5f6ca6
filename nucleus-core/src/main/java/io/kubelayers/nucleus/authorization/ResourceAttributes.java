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
 * TODO-DOC.
 *
 * @param namespace TODO-DOC
 * @param verb TODO-DOC
 * @param group TODO-DOC
 * @param version TODO-DOC
 * @param resource TODO-DOC
 * @param subresource TODO-DOC
 * @param name TODO-DOC
 * @param fieldSelector TODO-DOC
 * @param labelSelector TODO-DOC
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
     * TODO-DOC.
     *
     * @param rawSelector TODO-DOC
     * @param requirements TODO-DOC
     */
    @RecordBuilder
    public record LabelSelectorAttributes(
        @Pb(1) @Nullable String rawSelector,
        @Atomic @Pb(2) List<LabelSelectorRequirement> requirements)
        implements ResourceAttributesLabelSelectorAttributesBuilder.With {
        public LabelSelectorAttributes {
            rawSelector = Absent.optional(rawSelector);
            requirements = Absent.list(requirements);
        }

    }

    /**
     * TODO-DOC.
     *
     * @param rawSelector TODO-DOC
     * @param requirements TODO-DOC
     */
    @RecordBuilder
    public record FieldSelectorAttributes(
        @Pb(1) @Nullable String rawSelector,
        @Atomic @Pb(2) List<FieldSelectorRequirement> requirements)
        implements ResourceAttributesFieldSelectorAttributesBuilder.With {
        public FieldSelectorAttributes {
            rawSelector = Absent.optional(rawSelector);
            requirements = Absent.list(requirements);
        }

    }
}
