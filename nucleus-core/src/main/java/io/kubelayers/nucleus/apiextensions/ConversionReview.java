package io.kubelayers.nucleus.apiextensions;

import io.kubelayers.nucleus.api.ApiType;
import io.kubelayers.nucleus.api.Atomic;
import io.kubelayers.nucleus.api.Pb;
import io.kubelayers.nucleus.api.Required;
import io.kubelayers.nucleus.meta.Status;
import io.kubelayers.nucleus.value.Absent;
import io.soabase.recordbuilder.core.RecordBuilder;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * TODO-DOC.
 *
 * @param request TODO-DOC
 * @param response TODO-DOC
 */
@ApiType(group = "apiextensions.k8s.io", version = "v1")
@RecordBuilder
public record ConversionReview(
    @Pb(1) @Nullable ConversionRequest request,
    @Pb(2) @Nullable ConversionResponse response)
    implements ConversionReviewBuilder.With {

    /**
     * TODO-DOC.
     *
     * @param uid TODO-DOC
     * @param desiredAPIVersion TODO-DOC
     * @param objects TODO-DOC
     */
    @RecordBuilder
    public record ConversionRequest(
        @Required @Pb(1) String uid,
        @Required @Pb(2) String desiredAPIVersion,
        @Required @Atomic @Pb(3) List<Object> objects)
        implements ConversionReviewConversionRequestBuilder.With {
        public ConversionRequest {
            uid = Absent.text(uid);
            desiredAPIVersion = Absent.text(desiredAPIVersion);
            objects = Absent.list(objects);
        }

    }

    /**
     * TODO-DOC.
     *
     * @param uid TODO-DOC
     * @param convertedObjects TODO-DOC
     * @param result TODO-DOC
     */
    @RecordBuilder
    public record ConversionResponse(
        @Required @Pb(1) String uid,
        @Required @Atomic @Pb(2) List<Object> convertedObjects,
        @Required @Pb(3) Status result)
        implements ConversionReviewConversionResponseBuilder.With {
        public ConversionResponse {
            uid = Absent.text(uid);
            convertedObjects = Absent.list(convertedObjects);
            result = Absent.or(result, Status.EMPTY);
        }

    }
}
