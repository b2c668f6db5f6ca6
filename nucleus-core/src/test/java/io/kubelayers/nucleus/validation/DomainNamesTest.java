package io.kubelayers.nucleus.validation;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class DomainNamesTest {
    private static final FieldPath F = FieldPath.of("f");

    @Test
    void webhooksHaveThreeParts() {
        assertThat(DomainNames.fullyQualified(F, "policy.example.com")).isEmpty();
        assertThat(DomainNames.fullyQualified(F, "example.com"))
                .singleElement()
                .hasToString("f: Invalid value: \"example.com\": should be a domain with at least three segments"
                        + " separated by dots");
        assertThat(DomainNames.fullyQualified(F, "")).containsExactly(FieldError.required(F, ""));
    }

    @Test
    void domainsHaveTwoPartsThatAreLabels() {
        assertThat(DomainNames.fullyQualifiedDomain(F, "example.com.")).isEmpty();
        assertThat(DomainNames.fullyQualifiedDomain(F, "")).containsExactly(FieldError.required(F, ""));
        assertThat(DomainNames.fullyQualifiedDomain(F, "com."))
                .singleElement()
                .hasToString("f: Invalid value: \"com\": should be a domain with at least two segments separated by"
                        + " dots");
        assertThat(DomainNames.fullyQualifiedDomain(F, "a." + "b".repeat(64)))
                .singleElement()
                .hasToString("f: Invalid value: \"" + "b".repeat(64) + "\": must be no more than 63 characters");
        assertThat(DomainNames.fullyQualifiedDomain(F, ".")).hasSize(1);
    }

    @Test
    void pathsFollowADomain() {
        assertThat(DomainNames.prefixedPath(F, "acme.io/foo/Bar")).isEmpty();
        assertThat(DomainNames.prefixedPath(F, "")).containsExactly(FieldError.required(F, ""));
        assertThat(DomainNames.prefixedPath(F, "acme.io/"))
                .singleElement()
                .hasToString("f: Invalid value: \"acme.io/\": must be a domain-prefixed path (such as"
                        + " \"acme.io/foo\")");
        assertThat(DomainNames.prefixedPath(F, "A/?"))
                .extracting(FieldError::badValue)
                .containsExactly("A", "?");
    }

    @Test
    void keysNeedAPrefix() {
        assertThat(DomainNames.prefixedKey(F, "acme.io/foo")).isEmpty();
        assertThat(DomainNames.prefixedKey(F, "")).containsExactly(FieldError.required(F, ""));
        assertThat(DomainNames.prefixedKey(F, "foo"))
                .singleElement()
                .hasToString("f: Invalid value: \"foo\": must be a domain-prefixed key (such as \"acme.io/foo\")");
        assertThat(DomainNames.prefixedKey(F, "acme.io/-")).hasSize(1);
    }
}
