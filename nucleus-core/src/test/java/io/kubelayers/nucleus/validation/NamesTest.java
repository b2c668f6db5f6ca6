package io.kubelayers.nucleus.validation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class NamesTest {
    private static final String NAME_PART = "(e.g. 'MyName',  or 'my.name',  or '123-abc', regex used for validation is"
            + " '([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9]')";

    static Stream<Arguments> valid() {
        return Stream.of(
                row("a label may start with a digit", Names::dnsLabel, "1-a"),
                row("a label may have 63 characters", Names::dnsLabel, "a".repeat(63)),
                row("an old label starts with a letter", Names::dns1035Label, "a-1"),
                row("a subdomain has labels between dots", Names::dnsSubdomain, "a.b-c.1"),
                row("the parts of a subdomain may be long", Names::dnsSubdomain, "a".repeat(253)),
                row("a wildcard stands for the first label", Names::wildcardDnsSubdomain, "*.example.com"),
                row("a label key needs no prefix", Names::qualifiedName, "My_name.1"),
                row("a label key may have a prefix", Names::qualifiedName, "app.kubernetes.io/name"),
                row("a label value may be empty", Names::labelValue, ""),
                row("a C identifier may start with an underscore", Names::cIdentifier, "_a1"),
                row("a variable may have dots and dashes", Names::envVarName, ".my-var_1"),
                row("a relaxed variable may have any other sign", Names::relaxedEnvVarName, "1 :~"),
                row("a config key may be a file name", Names::configKey, ".game.properties"),
                row("a port name may have hyphens inside", Names::portName, "http-2"),
                row("a percentage may exceed 100", Names::percent, "101%"),
                row("a header has letters and hyphens", Names::httpHeader, "X-Forwarded-For"),
                row("a path segment may have colons", Names::pathSegment, "system:node:n1"),
                row("a prefix may be dots", Names::pathSegmentPrefix, ".."),
                row("an IPv4 address", Names::ip, "10.9.8.7"),
                row("leading zeros are let pass", Names::ip, "010.009.08.7"),
                row("an IPv6 address", Names::ip, "2001:db8::ffff"),
                row("an IPv6 address may be all zeros", Names::ip, "::"),
                row("an IPv6 address may end in zeros", Names::ip, "1:2:3:4:5:6:7::"),
                row("an IPv6 address may have all its groups", Names::ip, "1:2:3:4:5:6:7:8"),
                row("an IPv6 address may end in an IPv4 one", Names::ip, "1:2:3:4:5:6:1.2.3.4"),
                row("so may a short one", Names::ip, "::ffff:1.2.3.4"));
    }

    @ParameterizedTest(name = "{0}: {2}")
    @MethodSource("valid")
    void accepts(String name, Function<String, List<String>> rule, String text) {
        assertThat(rule.apply(text)).isEmpty();
    }

    static Stream<Arguments> invalid() {
        return Stream.of(
                row("a label has no dots", Names::dnsLabel, "a.b", "must not contain dots"),
                row(
                        "a label has no capitals",
                        Names::dnsLabel,
                        "A",
                        "a lowercase RFC 1123 label must consist of lower case alphanumeric characters or '-', and"
                                + " must start and end with an alphanumeric character (e.g. 'my-name',  or '123-abc',"
                                + " regex used for validation is '[a-z0-9]([-a-z0-9]*[a-z0-9])?')"),
                row(
                        "a label has at most 63 characters",
                        Names::dnsLabel,
                        "a".repeat(64),
                        "must be no more than 63 characters"),
                row(
                        "a subdomain has no empty part",
                        Names::dnsSubdomain,
                        "a..b",
                        "a lowercase RFC 1123 subdomain must consist of lower case alphanumeric characters, '-' or '.',"
                                + " and must start and end with an alphanumeric character (e.g. 'example.com', regex"
                                + " used for validation is"
                                + " '[a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*')"),
                row(
                        "a long subdomain may be malformed too",
                        text -> Names.dnsSubdomain(text).subList(0, 1),
                        "A".repeat(254),
                        "must be no more than 253 characters"),
                row(
                        "an old label does not start with a digit",
                        Names::dns1035Label,
                        "1a",
                        "a DNS-1035 label must consist of lower case alphanumeric characters or '-', start with an"
                                + " alphabetic character, and end with an alphanumeric character (e.g. 'my-name',  or"
                                + " 'abc-123', regex used for validation is '[a-z]([-a-z0-9]*[a-z0-9])?')"),
                row(
                        "a label key has one slash at most",
                        Names::qualifiedName,
                        "a/b/c",
                        "a valid label key must consist of alphanumeric characters, '-', '_' or '.', and must start and"
                                + " end with an alphanumeric character " + NAME_PART
                                + " with an optional DNS subdomain prefix and '/' (e.g. 'example.com/MyName')"),
                row(
                        "a slash needs something on both sides",
                        Names::qualifiedName,
                        "/",
                        "prefix part must be non-empty",
                        "name part must be non-empty",
                        "name part must consist of alphanumeric characters, '-', '_' or '.', and must start and end"
                                + " with an alphanumeric character " + NAME_PART),
                row(
                        "names of labels are measured in bytes",
                        Names::qualifiedName,
                        "a.b/" + "c".repeat(64),
                        "name part must be no more than 63 bytes"),
                row(
                        "so are prefixes",
                        Names::qualifiedName,
                        "a".repeat(254) + "/b",
                        "prefix part must be no more than 253 bytes"),
                row(
                        "and values",
                        text -> Names.labelValue(text).subList(0, 1),
                        "é".repeat(32),
                        "must be no more than 63 bytes"),
                row(
                        "a label value has no spaces",
                        Names::labelValue,
                        "a b",
                        "a valid label must be an empty string or consist of alphanumeric characters, '-', '_' or '.',"
                                + " and must start and end with an alphanumeric character (e.g. 'MyValue',  or"
                                + " 'my_value',  or '12345', regex used for validation is"
                                + " '(([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9])?')"),
                row("a variable is not the parent folder", Names::envVarName, "..", "must not be '..'"),
                row(
                        "a relaxed variable has a name",
                        Names::relaxedEnvVarName,
                        "",
                        "environment variable name must be non-empty"),
                row(
                        "a relaxed variable has no equals sign",
                        Names::relaxedEnvVarName,
                        "a=b",
                        "a valid environment variable name must consist only of printable ASCII characters other than"
                                + " '='"),
                row("a config key is not a path upwards", Names::configKey, "..a", "must not start with '..'"),
                row(
                        "a port name has several ways to go wrong",
                        Names::portName,
                        "-1--2-",
                        "must contain at least one letter (a-z)",
                        "must not contain consecutive hyphens",
                        "must not begin or end with a hyphen"),
                row(
                        "an empty port name lacks letters",
                        Names::portName,
                        "",
                        "must contain only alpha-numeric characters (a-z, 0-9), and hyphens (-)",
                        "must contain at least one letter (a-z)"),
                row("a path segment is not a folder", Names::pathSegment, ".", "may not be '.'"),
                row(
                        "a path segment does not end",
                        Names::pathSegment,
                        "a/b%",
                        "may not contain '/'",
                        "may not contain '%'"),
                row(
                        "a relaxed variable ends at ASCII",
                        Names::relaxedEnvVarName,
                        "é",
                        "a valid environment variable name must consist only of printable ASCII characters other than"
                                + " '='"));
    }

    @ParameterizedTest(name = "{0}: {2}")
    @MethodSource("invalid")
    void complains(String name, Function<String, List<String>> rule, String text, List<String> complaints) {
        assertThat(rule.apply(text)).isEqualTo(complaints);
    }

    @Test
    void portsAreNumbersOf16Bits() {
        assertThat(Names.portNumber(65535)).isEmpty();
        assertThat(Names.portNumber(0)).containsExactly("must be between 1 and 65535, inclusive");
    }

    @ParameterizedTest
    @org.junit.jupiter.params.provider.ValueSource(
            strings = {
                "",
                "1",
                "1.2.3",
                "1.2.3.4.5",
                "1.2.3.256",
                "1..2.3",
                "1.2.3.4 ",
                "a.b.c.d",
                ":",
                ":::",
                "1:2:3:4:5:6:7",
                "1:2:3:4:5:6:7:8:9",
                "1::2::3",
                "1:2:3:4:5:6:7:8::",
                "12345::",
                "::1.2.3",
                "1:2:3:4:5:6:7:1.2.3.4",
                "1:2:3:4:5:1.2.3.4",
                "g::",
                "1:",
                "1:2:3:4:5:6:7:",
                "99999999999.1.1.1",
                "::%eth0",
                "１.2.3.4"
            })
    void refusesWhatIsNoAddress(String text) {
        assertThat(Names.ip(text)).containsExactly("must be a valid IP address, (e.g. 10.9.8.7 or 2001:db8::ffff)");
    }

    private static Arguments row(String name, Function<String, List<String>> rule, String text, String... complaints) {
        return Arguments.of(name, rule, text, List.of(complaints));
    }
}
