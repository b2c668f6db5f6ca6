package io.kubelayers.nucleus.selector;

import static org.assertj.core.api.Assertions.assertThat;

import io.kubelayers.golden.GoldenCase;
import io.kubelayers.golden.NewerWording;
import io.kubelayers.nucleus.validation.DomainNames;
import io.kubelayers.nucleus.validation.FieldError;
import io.kubelayers.nucleus.validation.FieldPath;
import io.kubelayers.nucleus.validation.MetaRules;
import io.kubelayers.nucleus.validation.NameRule;
import io.kubelayers.nucleus.validation.Names;
import io.kubelayers.nucleus.validation.ObjectMetaValidation;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** The golden cases of names and metadata. */
final class ValidationCases {
    private static final FieldPath METADATA = FieldPath.of("metadata");

    private ValidationCases() {}

    static void names(GoldenCase c) {
        var in = c.text("in");
        var expected = c.part("result");
        for (var function : expected.json().keySet()) {
            assertThat(complaints(function, in))
                    .as("%s", function)
                    .isEqualTo(PlainTrees.strings(expected.get(function)).stream()
                            .map(text -> newer(function, text, in))
                            .toList());
        }
    }

    private static String newer(String function, String text, String in) {
        return switch (function) {
            case "IsValidLabelValue" -> NewerWording.ofLabels(text);
            case "IsDNS1123Label", "NameIsDNSLabel(prefix)" -> NewerWording.ofDnsLabel(text, in);
            default -> NewerWording.of(text);
        };
    }

    private static List<String> complaints(String function, String in) {
        var f = FieldPath.of("f");
        return switch (function) {
            case "IsCIdentifier" -> Names.cIdentifier(in);
            case "IsConfigMapKey" -> Names.configKey(in);
            case "IsDNS1035Label" -> Names.dns1035Label(in);
            case "IsDNS1123Label" -> Names.dnsLabel(in);
            case "IsDNS1123Subdomain" -> Names.dnsSubdomain(in);
            case "IsEnvVarName" -> Names.envVarName(in);
            case "IsHTTPHeaderName" -> Names.httpHeader(in);
            case "IsQualifiedName" -> Names.qualifiedName(in);
            case "IsValidIP" -> Names.ip(in);
            case "IsValidLabelValue" -> Names.labelValue(in);
            case "IsValidPathSegmentName" -> Names.pathSegment(in);
            case "IsValidPathSegmentPrefix" -> Names.pathSegmentPrefix(in);
            case "IsValidPercent" -> Names.percent(in);
            case "IsValidPortName" -> Names.portName(in);
            case "IsWildcardDNS1123Subdomain" -> Names.wildcardDnsSubdomain(in);
            case "NameIsDNS1035Label(prefix)" -> NameRule.DNS_1035_LABEL.complaints(in, true);
            case "NameIsDNSLabel(prefix)" -> NameRule.DNS_LABEL.complaints(in, true);
            case "NameIsDNSSubdomain" -> NameRule.DNS_SUBDOMAIN.complaints(in, false);
            case "NameIsDNSSubdomain(prefix)" -> NameRule.DNS_SUBDOMAIN.complaints(in, true);
            case "IsDomainPrefixedPath" -> texts(DomainNames.prefixedPath(f, in));
            case "IsFullyQualifiedDomainName" -> texts(DomainNames.fullyQualifiedDomain(f, in));
            case "IsFullyQualifiedName" -> texts(DomainNames.fullyQualified(f, in));
            case "ValidateFieldManager" -> texts(MetaRules.fieldManager(f, in));
            case "ValidateFinalizerName" -> texts(MetaRules.finalizerName(f, in));
            default -> throw new IllegalArgumentException("unknown function " + function);
        };
    }

    static void ports(GoldenCase c) {
        for (var each : c.list("cases")) {
            int port = ((Number) PlainTrees.at(each, "in")).intValue();
            assertThat(Names.portNumber(port))
                    .as("%s", port)
                    .isEqualTo(PlainTrees.strings(PlainTrees.at(each, "errors")));
        }
    }

    static void labels(GoldenCase c) {
        sorted(c, "errors", MetaRules.labels(METADATA.child("labels"), PlainTrees.texts(c.get("labels"))));
    }

    static void annotations(GoldenCase c) {
        sorted(
                c,
                "errors",
                MetaRules.annotations(METADATA.child("annotations"), PlainTrees.texts(c.get("annotations"))));
    }

    static void create(GoldenCase c) {
        var rule =
                switch (c.text("nameFn")) {
                    case "NameIsDNSLabel" -> NameRule.DNS_LABEL;
                    case "NameIsDNS1035Label" -> NameRule.DNS_1035_LABEL;
                    case "NameIsDNSSubdomain" -> NameRule.DNS_SUBDOMAIN;
                    case "ValidatePathSegmentName" -> NameRule.PATH_SEGMENT;
                    default -> throw new IllegalArgumentException("unknown rule " + c.text("nameFn"));
                };
        var meta = PlainTrees.meta(c.get("meta"));
        assertThat(lines(ObjectMetaValidation.create(METADATA, meta, c.flag("requiresNamespace"), rule), c, "errors"))
                .isEqualTo(lines(c, "errors"));
    }

    static void update(GoldenCase c) {
        var next = PlainTrees.meta(c.get("new"));
        var old = PlainTrees.meta(c.get("old"));
        assertThat(lines(ObjectMetaValidation.update(METADATA, next, old), c, "errors"))
                .isEqualTo(lines(c, "errors"));
    }

    /** Compares errors whose order says nothing. */
    static void sorted(GoldenCase c, String field, List<FieldError> errors) {
        assertThat(lines(errors, c, field).stream().sorted().toList())
                .isEqualTo(lines(c, field).stream().sorted().toList());
    }

    private static List<String> lines(GoldenCase c, String field) {
        return PlainTrees.list(c.get(field), each -> {
            var at = PlainTrees.text(each, "field");
            var value = PlainTrees.at(each, "goSyntax") == null ? newerAt(at, PlainTrees.text(each, "error"), c) : "";
            return PlainTrees.text(each, "type") + "|" + at + "|" + newerAt(at, PlainTrees.text(each, "detail"), c)
                    + "|" + value;
        });
    }

    private static List<String> lines(List<FieldError> errors, GoldenCase c, String field) {
        var expected = PlainTrees.list(c.get(field), each -> PlainTrees.at(each, "goSyntax"));
        return IntStream.range(0, errors.size())
                .mapToObj(i -> {
                    var error = errors.get(i);
                    var shown = i >= expected.size() || expected.get(i) == null;
                    return error.type().reason() + "|" + error.field() + "|" + error.detail() + "|"
                            + (shown ? error.toString() : "");
                })
                .collect(Collectors.toList());
    }

    private static String newerAt(String field, String text, GoldenCase c) {
        if (field.equals("metadata.namespace")
                || field.equals("metadata.name")
                || field.equals("metadata.generateName")) {
            var meta = c.has("meta") ? c.part("meta").json() : Map.<String, @Nullable Object>of();
            return NewerWording.ofDnsLabel(text, PlainTrees.text(meta, field.substring("metadata.".length())));
        }
        return NewerWording.ofLabels(text);
    }

    private static List<String> texts(List<FieldError> errors) {
        return errors.stream().map(FieldError::toString).toList();
    }
}
