package io.kubelayers.nucleus.server;

import io.kubelayers.nucleus.errors.ApiErrors;
import io.kubelayers.nucleus.errors.ApiException;
import io.kubelayers.nucleus.meta.KubernetesObject;
import io.kubelayers.nucleus.meta.ListMeta;
import io.kubelayers.nucleus.meta.ObjectList;
import io.kubelayers.nucleus.store.CompactedException;
import io.kubelayers.nucleus.store.FutureRevisionException;
import io.kubelayers.nucleus.store.Key;
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
        if ("0".equals(options.resourceVersion()) && options.continueToken() == null) {
            // whatever is there, which upstream takes from its cache: the cache knows no pages
            options = options.withLimit(0);
        }
        var selection = Selection.of(context.type(), options);
        var start = ListStart.of(options);
        requireKnown(ListStart.revision(options.resourceVersion()));
        var items = new ArrayList<KubernetesObject>();
        var page = page(context, new ListAt(start.revision(), options.limit() == 0 ? 0 : CHUNK, after(context, start)));
        while (true) {
            for (int i = 0; i < page.items().size(); i++) {
                var stored = page.items().get(i);
                if (!selection.matches(stored.object())) {
                    continue;
                }
                items.add(versions.asServed(context.type(), stored.object()));
                if (items.size() == options.limit()) {
                    long behind = page.items().size() - i - 1 + page.remaining();
                    return answer(items, page.revision(), stored.key(), behind, selection);
                }
            }
            if (page.next() == null) {
                return answer(items, page.revision(), null, 0, selection);
            }
            page = page(context, new ListAt(page.revision(), CHUNK, page.next()));
        }
    }

    private static ApiResponse answer(
            List<KubernetesObject> items, long revision, @Nullable Key last, long behind, Selection selection) {
        boolean more = behind > 0;
        var token = last != null && more ? new ContinueToken(revision, last.namespace(), last.name()).encode() : null;
        var metadata =
                new ListMeta(null, Long.toString(revision), token, more && selection.selectsAll() ? behind : null);
        return new ApiResponse.Many(new ObjectList<>(metadata, items), List.of());
    }

    private static @Nullable Key after(RequestContext context, ListStart start) {
        var token = start.token();
        return token == null ? null : new Key(context.type().storageResource(), token.namespace(), token.name());
    }

    private Page page(RequestContext context, ListAt at) {
        try {
            return store.list(prefix(context), at);
        } catch (CompactedException forgotten) {
            throw at.after() == null
                    ? ApiErrors.expired("The resourceVersion for the provided list is too old.")
                    : ApiErrors.expired(
                            "The provided continue parameter is too old to display a consistent list result."
                                    + " You can start a new list without the continue parameter.");
        } catch (FutureRevisionException future) {
            throw tooLarge(at.revision());
        }
    }

    private void requireKnown(long revision) {
        if (revision > store.revision()) {
            throw tooLarge(revision);
        }
    }

    private ApiException tooLarge(long revision) {
        return ApiErrors.timeout("Too large resource version: " + revision + ", current: " + store.revision(), 1);
    }

    ApiResponse watch(RequestContext context) {
        var options = context.request().options();
        var type = context.type();
        var selection = Selection.of(type, options);
        var view = store.snapshot();
        boolean initial = startsWithWhatExists(options);
        long from = initial ? view.revision() : ListStart.revision(options.resourceVersion());
        try {
            return new ApiResponse.Watching(
                    new StoreWatch(
                            store.watch(prefix(context), from),
                            initial ? view.list(prefix(context)) : List.of(),
                            selection,
                            object -> versions.asServed(type, object),
                            type,
                            options),
                    List.of());
        } catch (CompactedException forgotten) {
            throw ApiErrors.expired("too old resource version: " + from + " (" + store.compactedRevision() + ")");
        } catch (FutureRevisionException future) {
            throw tooLarge(from);
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
