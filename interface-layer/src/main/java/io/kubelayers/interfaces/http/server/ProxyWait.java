package io.kubelayers.interfaces.http.server;

import io.kubelayers.interfaces.http.HttpResponse;
import io.kubelayers.interfaces.http.ProxyBody;
import java.time.InstantSource;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import org.eclipse.jetty.server.Request;

/** Waits, on no thread, for a server inside the cluster to answer. */
final class ProxyWait {
    private final ProxyBody body;
    private final Consumer<HttpResponse> answer;
    private final Executor executor;
    private final Alarm alarm;
    private boolean done;

    private ProxyWait(Request request, ProxyBody body, InstantSource clock, Consumer<HttpResponse> answer) {
        this.body = body;
        this.answer = answer;
        this.executor = request.getComponents().getExecutor();
        this.alarm = new Alarm(request.getComponents().getScheduler(), clock, this::wake);
    }

    static void start(Request request, ProxyBody body, InstantSource clock, Consumer<HttpResponse> answer) {
        var waiting = new ProxyWait(request, body, clock, answer);
        request.addFailureListener(gone -> waiting.giveUp());
        body.exchange().onReady(waiting::wake);
        waiting.look();
    }

    private void wake() {
        executor.execute(this::look);
    }

    private synchronized void look() {
        if (done) {
            return;
        }
        var there = body.answer();
        if (there.isPresent()) {
            done = true;
            alarm.cancel();
            answer.accept(there.get());
        } else {
            alarm.set(body.exchange().nextAt());
        }
    }

    private synchronized void giveUp() {
        if (!done) {
            done = true;
            alarm.cancel();
            body.exchange().close();
        }
    }
}
