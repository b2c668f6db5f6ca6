package io.kubelayers.nucleus.validation;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Each scan accepts exactly what its regular expression does: the naive reference of the rules for names. */
class ScanLawsTest {
    private static final String LABEL = "[a-z0-9]([-a-z0-9]*[a-z0-9])?";
    private static final Map<String, Predicate<String>> SCANS = new TreeMap<>(Map.of(
            LABEL,
            Scan::isDnsLabel,
            "[a-z]([-a-z0-9]*[a-z0-9])?",
            Scan::isDns1035Label,
            LABEL + "(\\." + LABEL + ")*",
            text -> Scan.isDnsSubdomain(text, 0),
            "([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9]",
            Scan::isLabelName,
            "[-._a-zA-Z0-9]+",
            Scan::isConfigKey,
            "[-._a-zA-Z][-._a-zA-Z0-9]*",
            Scan::isEnvVarName,
            "[A-Za-z_][A-Za-z0-9_]*",
            Scan::isCIdentifier,
            "[-A-Za-z0-9]+",
            Scan::isHttpHeader,
            "[A-Za-z0-9/\\-._~%!$&'()*+,;=:]+",
            Scan::isHttpPath,
            "[0-9]+%",
            Scan::isPercent));

    @Property(tries = 2000)
    void scansAgreeWithTheirPatterns(@ForAll("texts") String text) {
        SCANS.forEach(
                (pattern, scan) -> assertThat(scan.test(text)).as(pattern).isEqualTo(Pattern.matches(pattern, text)));
    }

    @Property
    void lengthsAreThoseOfUtf8(@ForAll String text) {
        var whole = new String(text.getBytes(StandardCharsets.UTF_16BE), StandardCharsets.UTF_16BE);
        assertThat(Scan.bytes(whole)).isEqualTo(whole.getBytes(StandardCharsets.UTF_8).length);
    }

    @Provide
    Arbitrary<String> texts() {
        return Arbitraries.strings().withChars("az09AZ-._/%:~ \né@[`{").ofMaxLength(8);
    }
}
