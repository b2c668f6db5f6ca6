package io.kubelayers.application.routing;

import static org.assertj.core.api.Assertions.assertThat;

import io.kubelayers.nucleus.meta.ObjectMetaBuilder;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class IngressRoutingTest {
    /** Rules are {@code host type path}; the backend is named after them. */
    record Case(String name, List<String> rules, String host, String path, String backend) {
        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Case> cases() {
        return Stream.of(
                new Case("a prefix covers what is below", rules("* Prefix /foo"), "h", "/foo/bar", "* Prefix /foo"),
                new Case("a prefix covers itself with a slash", rules("* Prefix /foo"), "h", "/foo/", "* Prefix /foo"),
                new Case(
                        "a slash at the end of a prefix says nothing",
                        rules("* Prefix /foo/"),
                        "h",
                        "/foo",
                        "* Prefix /foo/"),
                new Case("a prefix ends at an element", rules("* Prefix /aaa/bb"), "h", "/aaa/bbb", "none"),
                new Case("exact means exact", rules("* Exact /foo"), "h", "/foo/", "none"),
                new Case("the root covers all", rules("* Prefix /"), "h", "/any/thing", "* Prefix /"),
                new Case(
                        "the longest path wins",
                        rules("* Prefix /", "* Prefix /aaa", "* Prefix /aaa/bbb"),
                        "h",
                        "/aaa/bbb/c",
                        "* Prefix /aaa/bbb"),
                new Case(
                        "exact beats prefix of the same length",
                        rules("* Prefix /foo", "* Exact /foo"),
                        "h",
                        "/foo",
                        "* Exact /foo"),
                new Case(
                        "the exact host beats the wildcard, which beats none",
                        rules("* Prefix /", "*.foo.com Prefix /", "bar.foo.com Prefix /"),
                        "BAR.foo.com",
                        "/",
                        "bar.foo.com Prefix /"),
                new Case(
                        "a wildcard covers one label",
                        rules("*.foo.com Prefix /"),
                        "bar.foo.com",
                        "/",
                        "*.foo.com Prefix /"),
                new Case("a wildcard covers no more", rules("*.foo.com Prefix /"), "baz.bar.foo.com", "/", "none"),
                new Case("a wildcard needs its label", rules("*.foo.com Prefix /"), "foo.com", "/", "none"),
                new Case(
                        "implementation specific is a prefix here",
                        rules("* ImplementationSpecific /foo"),
                        "h",
                        "/foo/bar",
                        "* ImplementationSpecific /foo"));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void routes(Case c) {
        var routing = IngressRouting.of(ingress(c.rules), c.host, c.path);
        var backend = routing.backend();
        assertThat(backend == null ? "none" : backend.service().name()).isEqualTo(c.backend);
    }

    @Test
    void whatFitsNoRuleGoesToTheDefaultBackend() {
        var ingress = ingress(List.of("a.com Prefix /"));
        assertThat(IngressRouting.of(ingress, "b.com", "/").explain())
                .isEqualTo("no rule fits and there is no default backend");
        ingress = ingress.withSpec(ingress.spec().withDefaultBackend(backend("fallback")));
        assertThat(IngressRouting.of(ingress, "b.com", "/").explain())
                .isEqualTo("no rule fits: goes to the default backend service fallback:80");
    }

    private static List<String> rules(String... rules) {
        return List.of(rules);
    }

    private static Ingress ingress(List<String> texts) {
        var rules = new ArrayList<Ingress.Rule>();
        for (var text : texts) {
            var parts = text.split(" ");
            var path = new Ingress.HTTPIngressPath(parts[2], parts[1], backend(text));
            rules.add(new Ingress.Rule(
                    parts[0].equals("*") ? null : parts[0], new Ingress.HTTPIngressRuleValue(List.of(path))));
        }
        return IngressBuilder.builder()
                .metadata(ObjectMetaBuilder.builder().name("web").build())
                .spec(IngressSpecBuilder.builder().rules(rules).build())
                .build();
    }

    private static Ingress.Backend backend(String service) {
        return new Ingress.Backend(new Ingress.ServiceBackend(service, new Ingress.ServiceBackendPort(null, 80)), null);
    }
}
