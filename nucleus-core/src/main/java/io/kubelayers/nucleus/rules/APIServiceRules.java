package io.kubelayers.nucleus.rules;

import io.kubelayers.nucleus.apiregistration.APIService;
import io.kubelayers.nucleus.apiregistration.APIServiceStatusBuilder;
import io.kubelayers.nucleus.server.KindRules;
import io.kubelayers.nucleus.server.LooksAtChange;
import io.kubelayers.nucleus.validation.FieldError;
import io.kubelayers.nucleus.validation.FieldPath;
import io.kubelayers.nucleus.validation.GoText;
import io.kubelayers.nucleus.validation.MetaRules;
import io.kubelayers.nucleus.validation.NameRule;
import io.kubelayers.nucleus.validation.Names;
import java.util.ArrayList;
import java.util.List;

/** Who serves a version of a group (kube-aggregator, {@code pkg/apis/apiregistration/validation/validation.go}). */
final class APIServiceRules implements KindRules<APIService> {
    private static final FieldPath SPEC = FieldPath.of("spec");
    private static final int GROUP_PRIORITY_MAX = 20000;
    private static final int VERSION_PRIORITY_MAX = 1000;

    private static final List<String> STATUSES = List.of("True", "False", "Unknown");

    @Override
    public Class<APIService> type() {
        return APIService.class;
    }

    @Override
    public LooksAtChange looksAtChange() {
        return LooksAtChange.USUAL.withMetadataAsNew();
    }

    @Override
    public boolean statusUpdatesLeaveMetadata() {
        return true;
    }

    @Override
    public NameRule nameRule() {
        return NameRule.PATH_SEGMENT;
    }

    @Override
    public boolean refusesPlainFinalizers() {
        return false;
    }

    @Override
    public boolean allowsUnconditionalUpdate() {
        return false;
    }

    /** Who is served here is available from the beginning; of others a controller finds out. */
    @Override
    public APIService prepareForCreate(APIService service) {
        if (service.spec().service() != null) {
            return service.withStatus(APIServiceStatusBuilder.builder().build());
        }
        var local = new APIService.Condition(
                "Available",
                "True",
                service.metadata().creationTimestamp(),
                "Local",
                "Local APIServices are always available");
        return service.withStatus(new APIService.Status(List.of(local)));
    }

    @Override
    public List<FieldError> validate(APIService service) {
        var errors = new ArrayList<FieldError>();
        var spec = service.spec();
        var group = spec.group() == null ? "" : spec.group();
        var version = spec.version() == null ? "" : spec.version();
        var name = service.metadata().nameOrEmpty();
        if (!name.isEmpty() && !name.equals(version + "." + group)) {
            errors.add(FieldError.invalid(
                    FieldPath.of("metadata", "name"),
                    name,
                    "must be `spec.version+\".\"+spec.group`: " + GoText.quote(version + "." + group)));
        }
        if (group.isEmpty()) {
            if (!version.equals("v1")) {
                errors.add(FieldError.required(
                        SPEC.child("group"), "only v1 may have an empty group and it better be legacy kube"));
            }
        } else {
            MetaRules.invalid(SPEC.child("group"), group, Names.dnsSubdomain(group), errors);
        }
        MetaRules.invalid(SPEC.child("version"), version, Names.dns1035Label(version), errors);
        priority("groupPriorityMinimum", spec.groupPriorityMinimum(), GROUP_PRIORITY_MAX, errors);
        priority("versionPriority", spec.versionPriority(), VERSION_PRIORITY_MAX, errors);
        server(spec, errors);
        return errors;
    }

    @Override
    public List<FieldError> validateStatusUpdate(APIService service, APIService old) {
        var errors = new ArrayList<FieldError>();
        var conditions = service.status().conditions();
        for (int i = 0; i < conditions.size(); i++) {
            var status = conditions.get(i).status();
            if (!STATUSES.contains(status)) {
                errors.add(FieldError.notSupported(
                        FieldPath.of("status", "conditions").index(i).child("status"), status, STATUSES));
            }
        }
        return errors;
    }

    private static void priority(String field, int priority, int max, List<FieldError> errors) {
        if (priority <= 0 || priority > max) {
            errors.add(FieldError.invalid(SPEC.child(field), priority, "must be positive and less than " + max));
        }
    }

    private static void server(APIService.Spec spec, List<FieldError> errors) {
        var service = spec.service();
        if (service == null) {
            if (spec.caBundle().size() > 0) {
                errors.add(FieldError.invalid(
                        SPEC.child("caBundle"),
                        spec.caBundle().size() + " bytes",
                        "local APIServices may not have a caBundle"));
            }
            if (spec.insecureSkipTLSVerify()) {
                errors.add(FieldError.invalid(
                        SPEC.child("insecureSkipTLSVerify"),
                        true,
                        "local APIServices may not have insecureSkipTLSVerify"));
            }
            return;
        }
        var path = SPEC.child("service");
        if (service.namespace() == null || service.namespace().isEmpty()) {
            errors.add(FieldError.required(path.child("namespace"), ""));
        }
        if (service.name() == null || service.name().isEmpty()) {
            errors.add(FieldError.required(path.child("name"), ""));
        }
        var port = service.port() == null ? 443 : service.port();
        for (var complaint : Names.portNumber(port)) {
            errors.add(FieldError.invalid(path.child("port"), port, "port is not valid: " + complaint));
        }
        if (spec.insecureSkipTLSVerify() && spec.caBundle().size() > 0) {
            errors.add(FieldError.invalid(
                    SPEC.child("insecureSkipTLSVerify"), true, "may not be true if caBundle is present"));
        }
    }
}
