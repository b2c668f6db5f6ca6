package io.kubelayers.application.scheduling;

import io.kubelayers.application.scheduling.framework.Extender;
import io.kubelayers.application.scheduling.framework.NodeFilter;
import io.kubelayers.application.scheduling.framework.NodeScorer;
import io.kubelayers.application.scheduling.framework.Plugin;
import io.kubelayers.application.scheduling.framework.QueueingHint;
import io.kubelayers.nucleus.codec.GoDuration;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Limits how long a call of a plugin or extender may take. Work is done on a thread of its own, one after the other; when a plugin does
 * not return from it in time, that thread is left to itself and the next work gets another.
 *
 * <p>The limit is real time, on virtual clocks too: a plugin that hangs does not move them, and one that does not hang gives
 * the same answer however long it takes. Those that left too many threads behind are not called any more.
 */
final class PluginLimit implements Guard {
    /** So many calls of a plugin may hang at the same time. */
    private static final int MOST_HANGING = 8;

    /**
     * A call under way.
     *
     * @param callee what is called, by a name of its own
     * @param words what does not return, for a message
     */
    private record Call(String callee, String words, long since) {}

    /** One piece of work, as its thread does it. */
    private static final class Work {
        private volatile @Nullable Call call;
    }

    private final ExecutorService threads = Executors.newCachedThreadPool(PluginLimit::thread);
    private final Duration limit;
    private final ThreadLocal<@Nullable Work> current = new ThreadLocal<>();
    private final TreeMap<String, Integer> hanging = new TreeMap<>();

    PluginLimit(Duration limit) {
        this.limit = limit;
    }

    private static Thread thread(Runnable work) {
        var thread = new Thread(work, "kubelayers-plugins");
        thread.setDaemon(true);
        return thread;
    }

    /** The same plugin, whose calls are seen. */
    @SuppressWarnings("NullAway") // what a plugin returns, null too, is returned as it is
    Plugin watched(Plugin plugin) {
        var name = plugin.name();
        InvocationHandler handler = (proxy, method, args) ->
                method.getDeclaringClass() == Object.class || method.getName().equals("name")
                        ? invoke(plugin, method, args)
                        : see(name, words(name, method.getName()), () -> watched(name, invoke(plugin, method, args)));
        return (Plugin) Proxy.newProxyInstance(
                Plugin.class.getClassLoader(), points(plugin.getClass()).toArray(new Class<?>[0]), handler);
    }

    /** The same extender, whose calls are seen. */
    @SuppressWarnings("NullAway") // as above
    Extender watched(Extender extender) {
        var name = "extender \"" + extender.name() + '"';
        InvocationHandler handler = (proxy, method, args) ->
                method.getDeclaringClass() == Object.class || method.getName().equals("name")
                        ? invoke(extender, method, args)
                        : see(name, name + ": " + method.getName(), () -> invoke(extender, method, args));
        return (Extender)
                Proxy.newProxyInstance(Extender.class.getClassLoader(), new Class<?>[] {Extender.class}, handler);
    }

    /** What a plugin gives away to be called later is seen too. */
    private @Nullable Object watched(String plugin, @Nullable Object answer) {
        if (answer instanceof NodeFilter filter) {
            NodeFilter seen = place -> see(plugin, words(plugin, "filter"), () -> filter.at(place));
            return seen;
        }
        if (answer instanceof NodeScorer scorer && scorer != NodeScorer.ZERO) {
            NodeScorer seen = place -> see(plugin, words(plugin, "score"), () -> scorer.at(place));
            return seen;
        }
        return answer;
    }

    /** A call that may throw whatever a plugin throws, which none of the framework's interfaces lets it declare. */
    @FunctionalInterface
    private interface PluginCall<T extends @Nullable Object> {
        T run() throws Throwable;
    }

    private <T extends @Nullable Object> T see(String callee, String words, PluginCall<T> call) {
        var work = current.get();
        var outer = work == null ? null : work.call;
        if (work != null) {
            refuseIfItHangs(callee);
            work.call = new Call(callee, words, System.nanoTime());
        }
        try {
            return call.run();
        } catch (RuntimeException | Error e) {
            throw e;
        } catch (Throwable e) {
            throw new IllegalStateException(e);
        } finally {
            if (work != null) {
                work.call = outer;
            }
        }
    }

    @Override
    public QueueingHint hint(Plugin plugin, QueueingHint hint) {
        var name = plugin.name();
        return Proxy.isProxyClass(plugin.getClass())
                ? (pod, before, after) -> run(
                        () -> see(name, words(name, "queueingHint"), () -> hint.helps(pod, before, after)),
                        late -> true)
                : hint;
    }

    private static @Nullable Object invoke(Object callee, Method method, Object @Nullable [] args) throws Throwable {
        try {
            return method.invoke(callee, args);
        } catch (InvocationTargetException e) {
            throw e.getCause() == null ? e : e.getCause();
        }
    }

    /** The interfaces of the framework that it has, by which it is called. */
    private static Set<Class<?>> points(@Nullable Class<?> type) {
        var points = new LinkedHashSet<Class<?>>();
        for (var one = type; one != null; one = one.getSuperclass()) {
            for (var implemented : one.getInterfaces()) {
                if (implemented.getPackage() == Plugin.class.getPackage()) {
                    points.add(implemented);
                } else {
                    points.addAll(points(implemented));
                }
            }
        }
        return points;
    }

    private synchronized void refuseIfItHangs(String callee) {
        if (hanging.getOrDefault(callee, 0) >= MOST_HANGING) {
            throw new IllegalStateException(
                    "it is not called any more, since " + MOST_HANGING + " of its calls have not returned");
        }
    }

    private synchronized void count(String callee, int more) {
        hanging.merge(callee, more, Integer::sum);
    }

    @Override
    public <T> T run(Supplier<T> work, Function<String, T> late) {
        if (current.get() != null) {
            return work.get(); // it is part of work that is guarded already
        }
        var seen = new Work();
        var result = new CompletableFuture<T>();
        var thread = threads.submit(() -> {
            current.set(seen);
            try {
                result.complete(work.get());
            } catch (RuntimeException | Error e) {
                result.completeExceptionally(e);
            } finally {
                current.remove();
            }
        });
        var hung = await(result, seen);
        if (hung == null) {
            return answer(result);
        }
        count(hung.callee(), 1);
        result.whenComplete((value, failure) -> count(hung.callee(), -1));
        thread.cancel(true);
        return late.apply(hung.words() + " did not return within " + GoDuration.text(limit));
    }

    /** The call that takes too long; null when the work is done. */
    private @Nullable Call await(CompletableFuture<?> result, Work work) {
        long wait = limit.toNanos();
        while (true) {
            try {
                result.get(wait, TimeUnit.NANOSECONDS);
                return null;
            } catch (ExecutionException done) {
                return null;
            } catch (TimeoutException e) {
                var call = work.call;
                long took = call == null ? 0 : System.nanoTime() - call.since();
                if (call != null && took >= limit.toNanos()) {
                    return call;
                }
                wait = limit.toNanos() - took;
            } catch (InterruptedException stop) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException("interrupted while plugins were at work", stop);
            }
        }
    }

    private static <T> T answer(CompletableFuture<T> result) {
        try {
            return result.join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof RuntimeException thrown) {
                throw thrown;
            }
            if (e.getCause() instanceof Error thrown) {
                throw thrown;
            }
            throw e;
        }
    }

    private static String words(String plugin, String method) {
        return "running " + point(method) + " plugin \"" + plugin + "\": it";
    }

    /** Upstream's spelling of the extension point that the method belongs to. */
    private static String point(String method) {
        return switch (method) {
            case "scorer", "score", "normalizeScore" -> "Score";
            case "addPod", "removePod" -> "PreFilter";
            case "less" -> "QueueSort";
            default -> Character.toUpperCase(method.charAt(0)) + method.substring(1);
        };
    }
}
