package io.kubelayers.nucleus.server;

import io.kubelayers.nucleus.errors.ApiErrors;
import io.kubelayers.nucleus.errors.ApiException;
import io.kubelayers.nucleus.meta.KubernetesObject;
import io.kubelayers.nucleus.meta.ListMeta;
import io.kubelayers.nucleus.meta.ObjectList;
import io.kubelayers.nucleus.store.CompactedException;
import io.kubelayers.nucleus.store.FutureRevisionException;
import io.kubelayers.nucleus.store.ListAt;
import io.kubelayers.nucleus.store.Page;
import io.kubelayers.nucleus.store.Prefix;
import io.kubelayers.nucleus.store.Store;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Lists: which revision, which page, which objects. A limit counts objects that match; a page that is cut short carries a
 * token to go on at the same revision (apiserver {@code storage/etcd3/store.go}).
 */
final class Lists {
    /** Objects read at a time while looking for enough that match. */
    private static final int CHUNK = 500;

    private final Store store;
    private final Versions versions;

    Lists(Store store, Versions versions) {
        this.store = store;
        this.versions = versions;
    }

    ApiResponse list(RequestContext context) {
        var options = context.request().options();
        var selection = Selection.of(context.type(), options);
        var start = ListStart.of(options);
        long limit = start.limited() ? options.limit() : 0;
        requireReached(start.atLeast(), limit > 0);
        var prefix = prefix(context);
        var served = versions.serving(context.type());
        var selected = selection.ofMany();
        var items = new ArrayList<KubernetesObject>();
        var token = start.token();
        var after = token == null ? null : token.after(prefix);
        var page = page(prefix, new ListAt(start.revision(), limit == 0 ? 0 : CHUNK, after), token);
        while (true) {
            int seen = 0;
            for (var stored : page.items()) {
                seen++;
                if (!selected.test(stored.object())) {
                    continue;
                }
                items.add(served.apply(stored.object()));
                if (items.size() == limit) {
                    long behind = page.items().size() - seen + page.remaining();
                    var next = ContinueToken.behind(stored.key(), prefix, page.revision());
                    return answer(items, page.revision(), next, behind, selection);
                }
            }
            if (page.next() == null) {
                return answer(items, page.revision(), null, 0, selection);
            }
            page = page(prefix, new ListAt(page.revision(), CHUNK, page.next()), token);
        }
    }

    private static ApiResponse answer(
            List<KubernetesObject> items,
            long revision,
            @Nullable ContinueToken next,
            long behind,
            Selection selection) {
        var token = next == null || behind <= 0 ? null : next.encode();
        var metadata = new ListMeta(
                null, Long.toString(revision), token, token != null && selection.selectsAll() ? behind : null);
        return new ApiResponse.Many(new ObjectList<>(metadata, items), List.of());
    }

    private Page page(Prefix prefix, ListAt at, @Nullable ContinueToken from) {
        try {
            return store.list(prefix, at);
        } catch (CompactedException forgotten) {
            throw from == null
                    ? ApiErrors.expired("The resourceVersion for the provided list is too old.")
                    : inconsistently(from);
        } catch (FutureRevisionException future) {
            throw ApiErrors.unknown("etcdserver: mvcc: required revision is a future revision");
        }
    }

    /** A page that can't be given as the first was offers to go on with what there is now. */
    private static ApiException inconsistently(ContinueToken from) {
        var status = ApiErrors.expired("The provided continue parameter is too old to display a consistent list result."
                        + " You can start a new list without the continue parameter, or use the continue token in this"
                        + " response to retrieve the remainder of the results. Continuing with the provided token results"
                        + " in an inconsistent list - objects that were created, modified, or deleted between the time"
                        + " the first chunk was returned and now may show up in the list.")
                .status();
        var token = new ContinueToken(ContinueToken.NEWEST, from.last()).encode();
        return new ApiException(status.withMetadata(new ListMeta(null, null, token, null)));
    }

    /** Upstream's cache asks to come again in a second, its storage does not. */
    private void requireReached(long revision, boolean ofStorage) {
        if (revision > store.revision()) {
            throw tooLarge(revision, ofStorage ? 0 : 1);
        }
    }

    private ApiException tooLarge(long revision, int retryAfterSeconds) {
        return ApiErrors.timeout(
                "Too large resource version: " + revision + ", current: " + store.revision(), retryAfterSeconds);
    }

    /** How new an object must be that is asked for by name. */
    void requireReached(RequestOptions options) {
        requireReached(ListStart.revision(options.resourceVersion()), false);
    }

    ApiResponse watch(RequestContext context) {
        var options = context.request().options();
        var selection = Selection.of(context.type(), options);
        long asked = ListStart.revision(options.resourceVersion());
        return new ApiResponse.Watching(stream(context, options, selection, asked), List.of());
    }

    /** A watch that can't begin is one whose first event is the error. */
    private WatchStream stream(RequestContext context, RequestOptions options, Selection selection, long asked) {
        var type = context.type();
        var view = store.snapshot();
        boolean initial = startsWithWhatExists(options);
        if (initial && asked > view.revision()) {
            return new FailedWatch(tooLarge(asked, 1));
        }
        long from = initial ? view.revision() : Math.min(asked, view.revision());
        try {
            return new StoreWatch(
                    store.watch(prefix(context), from),
                    initial ? view.list(prefix(context)) : List.of(),
                    selection,
                    versions.serving(type),
                    type,
                    options,
                    initial ? from : asked);
        } catch (CompactedException forgotten) {
            return new FailedWatch(
                    ApiErrors.expired("too old resource version: " + from + " (" + store.compactedRevision() + ")"));
        }
    }

    private static boolean startsWithWhatExists(RequestOptions options) {
        if (options.sendInitialEvents() != null) {
            return options.sendInitialEvents();
        }
        var version = options.resourceVersion();
        return version == null || version.isEmpty() || version.equals("0");
    }

    private static Prefix prefix(RequestContext context) {
        var namespace = context.request().namespace();
        return new Prefix(context.type().storageResource(), namespace.isEmpty() ? null : namespace);
    }
}
