package io.kubelayers.application.discovery;

import io.kubelayers.nucleus.explain.Explained;
import io.kubelayers.nucleus.explain.Finding;
import java.util.List;

/**
 * What {@link ServiceDns} answers, and why.
 *
 * @param code whether the name exists
 * @param records the records of the type asked for, or the alias that leads on; empty if the name has none
 * @param finding the reason
 */
public record DnsAnswer(Code code, List<Record> records, Finding finding) implements Explained {
    private static final String CODE = "ServiceDns";

    /** Outcomes, as DNS names them. */
    public enum Code {
        /** The name exists; it may have no record of the type asked for. */
        NO_ERROR,
        /** There is no such name in the zone. */
        NX_DOMAIN,
        /** The name is none of the cluster's; a resolver would ask elsewhere. */
        REFUSED
    }

    /** Types of records that occur in a cluster. */
    public enum Type {
        /** An IPv4 address. */
        A,
        /** An IPv6 address. */
        AAAA,
        /** Priority, weight, port and host of a named port. */
        SRV,
        /** The name of an address. */
        PTR,
        /** An alias. */
        CNAME,
        /** Free text. */
        TXT;

        static Type ofAddress(String ip) {
            return ip.indexOf(':') >= 0 ? AAAA : A;
        }
    }

    /**
     * One resource record.
     *
     * @param name name it belongs to, without the dot at its end
     * @param type type
     * @param data address, name, text, or {@code priority weight port target}
     */
    public record Record(String name, Type type, String data) {
        /** As in a zone file, without a time to live. */
        @Override
        public String toString() {
            return name + " " + type + " " + data;
        }
    }

    public DnsAnswer {
        records = List.copyOf(records);
    }

    static DnsAnswer found(String name, Type type, String why, List<Record> records) {
        var message = records.isEmpty() ? why + "; it has no " + type + " record" : why;
        var finding = Finding.pass(CODE, name, message).input("type", type);
        for (var record : records) {
            finding = finding.because(Finding.note(CODE, "", record.toString()));
        }
        return new DnsAnswer(Code.NO_ERROR, records, finding);
    }

    static DnsAnswer missing(String name, Type type, String why) {
        return new DnsAnswer(
                Code.NX_DOMAIN, List.of(), Finding.fail(CODE, name, why).input("type", type));
    }

    static DnsAnswer refused(String name, Type type, String why) {
        return new DnsAnswer(
                Code.REFUSED, List.of(), Finding.fail(CODE, name, why).input("type", type));
    }

    /** The same answer with the names tried on the way. */
    DnsAnswer tried(String name, List<Finding> tried) {
        var root = code == Code.NO_ERROR
                ? Finding.pass(
                        CODE,
                        name,
                        "is answered as " + tried.get(tried.size() - 1).subject())
                : Finding.fail(CODE, name, "is not answered under any name of the search path");
        return new DnsAnswer(code, records, root.because(tried));
    }

    /** The data of the records, in order. */
    public List<String> data() {
        return records.stream().map(Record::data).toList();
    }

    @Override
    public String explain() {
        return finding.subject() + ": " + finding.message();
    }
}
