package io.kubelayers.nucleus.server;

import io.kubelayers.nucleus.errors.ApiErrors;
import io.kubelayers.nucleus.meta.DynamicObject;
import io.kubelayers.nucleus.meta.KubernetesObject;
import io.kubelayers.nucleus.validation.FieldError;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** Is it well formed? Metadata rules that all kinds share, then the kind's own; errors are 422 with one cause a field. */
final class ValidateStage implements Stage {
    private final Rules rules;
    private final Supplier<CustomKinds> custom;
    private final Consumer<RequestContext> mayCreate;

    /** @param mayCreate refuses those who may not create what their update or apply is about to */
    ValidateStage(Rules rules, Supplier<CustomKinds> custom, Consumer<RequestContext> mayCreate) {
        this.rules = rules;
        this.custom = custom;
        this.mayCreate = mayCreate;
    }

    @Override
    public String name() {
        return "validate";
    }

    @Override
    public void handle(RequestContext context) {
        var object = context.object();
        if (object == null) {
            return;
        }
        var errors = errors(context, object);
        if (!errors.isEmpty()) {
            throw ApiErrors.invalid(
                    rules.of(object).groupOfErrors(context.type()),
                    context.type().kind(),
                    object.metadata().nameOrEmpty(),
                    errors);
        }
        context.valid();
        boolean isNew = context.current() == null;
        if (isOfStatus(context) && !isNew) {
            rules.of(object).statusWarnings(object).forEach(context::warn);
        } else if (!Update.isOwn(context.request().subresource())) {
            var current = context.current();
            var old = current == null ? null : current.object();
            rules.of(object).warnings(object, old).forEach(context::warn);
            if (object instanceof DynamicObject) {
                FinalizerWarnings.warn(context, object, old);
            }
        }
        if (isNew && context.verb() != Verb.CREATE) {
            mayCreate.accept(context);
        }
    }

    private List<FieldError> errors(RequestContext context, KubernetesObject object) {
        var kind = rules.of(object);
        var current = context.current();
        var errors = new ArrayList<FieldError>();
        if (current == null) {
            errors.addAll(new MetadataChecks(context.type(), kind).ofNew(object));
            errors.addAll(kind.validate(object, context.type()));
        } else {
            errors.addAll(ofChange(context, kind, object, current.object()));
        }
        var version = custom.get().of(context.type());
        if (version != null && object instanceof DynamicObject dynamic) {
            errors.addAll(
                    current != null && current.object() instanceof DynamicObject old
                            ? version.validateUpdate(dynamic, old, isOfStatus(context))
                            : version.validate(dynamic));
        }
        return errors;
    }

    private static List<FieldError> ofChange(
            RequestContext context, KindRules<KubernetesObject> kind, KubernetesObject object, KubernetesObject old) {
        var looks = isOfStatus(context) ? LooksAtChange.USUAL : kind.looksAtChange(context.type());
        var metadata = new MetadataChecks(context.type(), kind);
        var ofMetadata = MetadataChecks.ofChange(object, old);
        var errors = new ArrayList<>(metadata.ofAny(object, ofMetadata));
        errors.addAll(ofMetadata);
        if (looks.asNew()) {
            errors.addAll(metadata.ofNew(object));
            errors.addAll(kind.validateAsNew(object, old, context.type()));
        }
        if (looks.metadataAsNew()) {
            errors.addAll(metadata.ofNew(object));
        }
        if (looks.metadata()) {
            errors.addAll(metadata.again(ofMetadata, object));
        }
        var subresource = context.request().subresource();
        if (isOfStatus(context)) {
            errors.addAll(kind.validateStatusUpdate(object, old));
        } else if (Update.isOwn(subresource)) {
            errors.addAll(kind.validateSubresourceUpdate(object, old, subresource));
        } else {
            errors.addAll(kind.validateUpdate(object, old, context.type()));
        }
        return errors;
    }

    private static boolean isOfStatus(RequestContext context) {
        return context.request().subresource().equals("status");
    }
}
