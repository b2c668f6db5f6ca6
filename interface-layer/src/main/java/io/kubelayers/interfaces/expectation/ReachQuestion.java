package io.kubelayers.interfaces.expectation;

import io.kubelayers.interfaces.expectation.AskedConnection.End;
import io.kubelayers.nucleus.cluster.Cluster;
import io.kubelayers.nucleus.core.Protocol;

/** Do network policies let a connection through, or all that are meant? */
record ReachQuestion(boolean reaches, AskedConnection asked) implements Question {
    static ReachQuestion read(Fields fields, boolean reaches) {
        var protocol = fields.optional("protocol");
        var from = fields.has("fromAddress") ? End.address(fields.text("fromAddress")) : End.pods(fields.text("from"));
        var to = fields.has("toAddress")
                ? End.address(fields.text("toAddress"))
                : fields.has("toService") ? End.service(fields.text("toService")) : End.pods(fields.text("to"));
        return new ReachQuestion(
                reaches,
                new AskedConnection(from, to, fields.text("port"), protocol.isEmpty() ? Protocol.TCP : protocol));
    }

    @Override
    public String sentence() {
        return asked.from() + (reaches ? " reaches " : " does not reach ") + asked.to() + " on " + asked.protocol()
                + " " + asked.port();
    }

    @Override
    public Answer ask(Cluster cluster) {
        Answer last = Answer.missed("there is nobody to ask about");
        for (var verdict : asked.verdicts(cluster)) {
            last = Answer.of(reaches ? verdict.allowed() : verdict.refused(), verdict.why());
            if (!last.met()) {
                return last;
            }
        }
        return last;
    }

    static String[] name(String text) {
        int slash = text.indexOf('/');
        return slash < 0
                ? new String[] {"default", text}
                : new String[] {text.substring(0, slash), text.substring(slash + 1)};
    }
}
