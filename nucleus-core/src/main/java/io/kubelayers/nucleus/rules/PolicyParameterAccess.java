package io.kubelayers.nucleus.rules;

import io.kubelayers.nucleus.access.AccessRequest;
import io.kubelayers.nucleus.access.AccessRequestBuilder;
import io.kubelayers.nucleus.access.Authorizer;
import io.kubelayers.nucleus.access.Users;
import io.kubelayers.nucleus.admission.AdmissionPlugin;
import io.kubelayers.nucleus.admission.AdmissionRequest;
import io.kubelayers.nucleus.admission.AdmissionRequest.Operation;
import io.kubelayers.nucleus.admissionregistration.ValidatingAdmissionPolicy;
import io.kubelayers.nucleus.admissionregistration.ValidatingAdmissionPolicy.ParamKind;
import io.kubelayers.nucleus.admissionregistration.ValidatingAdmissionPolicyBinding;
import io.kubelayers.nucleus.authentication.UserInfo;
import io.kubelayers.nucleus.control.Informers;
import io.kubelayers.nucleus.errors.ApiErrors;
import io.kubelayers.nucleus.meta.GroupVersionKind;
import io.kubelayers.nucleus.types.GroupVersion;
import io.kubelayers.nucleus.types.ResourceType;
import io.kubelayers.nucleus.types.TypeRegistry;
import io.kubelayers.nucleus.validation.FieldError;
import io.kubelayers.nucleus.validation.FieldPath;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Who gives a policy parameters must be allowed to read them: verdicts tell what is in them
 * ({@code pkg/registry/admissionregistration/validatingadmissionpolicy/authz.go} and that of bindings).
 *
 * <p>Upstream has this check inside the storage of the two kinds, not among the admission plugins.
 */
public final class PolicyParameterAccess implements AdmissionPlugin.Validating {
    private static final String ALL = "*";

    private final Informers informers;
    private final Authorizer authorizer;
    private final Supplier<TypeRegistry> types;

    public PolicyParameterAccess(Informers informers, Authorizer authorizer, Supplier<TypeRegistry> types) {
        this.informers = informers;
        this.authorizer = authorizer;
        this.types = types;
    }

    @Override
    public String name() {
        return "PolicyParameterAccess";
    }

    @Override
    public boolean handles(AdmissionRequest request) {
        return (request.operation() == Operation.CREATE || request.operation() == Operation.UPDATE)
                && (request.concerns(ValidatingAdmissionPolicy.class)
                        || request.concerns(ValidatingAdmissionPolicyBinding.class))
                && !request.user().groups().contains(Users.MASTERS);
    }

    @Override
    public void validate(AdmissionRequest request) {
        if (request.object() instanceof ValidatingAdmissionPolicy policy) {
            validate(request, policy, request.oldObject() instanceof ValidatingAdmissionPolicy old ? old : null);
        } else if (request.object() instanceof ValidatingAdmissionPolicyBinding binding) {
            validate(
                    request, binding, request.oldObject() instanceof ValidatingAdmissionPolicyBinding old ? old : null);
        }
    }

    private void validate(
            AdmissionRequest request, ValidatingAdmissionPolicy policy, @Nullable ValidatingAdmissionPolicy old) {
        var kind = policy.spec().paramKind();
        if (kind == null || (old != null && kind.equals(old.spec().paramKind()))) {
            return;
        }
        var asked = AccessRequestBuilder.builder(to(request.user(), "get", Optional.of(kind)))
                .name(ALL)
                .namespace(ALL)
                .build();
        require(
                request,
                asked,
                "paramKind",
                "user " + shown(request.user()) + " must have \"get\" permission on all objects of the referenced"
                        + " paramKind (kind=" + text(kind.kind()) + ", apiVersion=" + text(kind.apiVersion()) + ")");
    }

    private void validate(
            AdmissionRequest request,
            ValidatingAdmissionPolicyBinding binding,
            @Nullable ValidatingAdmissionPolicyBinding old) {
        var ref = binding.spec().paramRef();
        var name = binding.spec().policyName();
        if (ref == null
                || (old != null
                        && ref.equals(old.spec().paramRef())
                        && Objects.equals(name, old.spec().policyName()))) {
            return;
        }
        var policy = informers.lister(ValidatingAdmissionPolicy.class).get("", text(name));
        var kind = policy.flatMap(found -> Optional.ofNullable(found.spec().paramKind()));
        var verb = text(ref.name()).isEmpty() ? "list" : "get";
        var asked = AccessRequestBuilder.builder(to(request.user(), verb, kind))
                .name(text(ref.name()))
                .namespace(text(ref.namespace()))
                .build();
        var user = "user " + shown(request.user()) + " does not have \"" + verb + "\" permission ";
        var everywhere =
                " to determine minimum required permissions and " + user + "for all groups, versions and resources";
        require(
                request,
                asked,
                "paramRef",
                policy.isEmpty()
                        ? "unable to get policy " + text(name) + everywhere
                        : kind.filter(known -> type(known).isEmpty())
                                .map(unknown -> "unable to resolve paramKind &{" + text(unknown.apiVersion()) + " "
                                        + text(unknown.kind()) + "}" + everywhere)
                                .orElse(user + "on the object referenced by paramRef"));
    }

    private void require(AdmissionRequest request, AccessRequest asked, String field, String refusal) {
        var decision = authorizer.authorize(asked);
        if (!decision.allowed()) {
            var error = FieldError.forbidden(FieldPath.of("spec", field), refusal);
            throw ApiErrors.invalid(request.type().group(), request.type().kind(), request.name(), List.of(error))
                    .because(decision);
        }
    }

    /** A question about a kind of parameters; what is not known of it could be anything. */
    private AccessRequest to(UserInfo user, String verb, Optional<ParamKind> kind) {
        var version = kind.map(known -> GroupVersion.parse(text(known.apiVersion())));
        var resource = kind.flatMap(this::type).map(ResourceType::plural).orElse(ALL);
        return AccessRequestBuilder.builder(AccessRequest.to(
                        user, verb, version.map(GroupVersion::group).orElse(ALL), resource))
                .apiVersion(version.map(GroupVersion::version).orElse(ALL))
                .build();
    }

    private Optional<ResourceType> type(ParamKind kind) {
        var version = GroupVersion.parse(text(kind.apiVersion()));
        return types.get().byKind(new GroupVersionKind(version.group(), version.version(), text(kind.kind())));
    }

    /** As Go prints its structure. */
    private static String shown(UserInfo user) {
        var extra = new TreeMap<>(user.extra());
        var shown = extra.entrySet().stream()
                .map(entry -> entry.getKey() + ":[" + String.join(" ", entry.getValue()) + "]")
                .toList();
        return "&{" + text(user.username()) + " " + text(user.uid()) + " [" + String.join(" ", user.groups()) + "] map["
                + String.join(" ", shown) + "]}";
    }

    private static String text(@Nullable String value) {
        return value == null ? "" : value;
    }
}
