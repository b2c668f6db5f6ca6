package io.kubelayers.nucleus.apiextensions;

import io.kubelayers.nucleus.api.ApiType;
import io.kubelayers.nucleus.api.Atomic;
import io.kubelayers.nucleus.api.NamedType;
import io.kubelayers.nucleus.api.Pb;
import io.kubelayers.nucleus.api.RawObject;
import io.kubelayers.nucleus.api.Required;
import io.kubelayers.nucleus.meta.Status;
import io.kubelayers.nucleus.value.Absent;
import io.soabase.recordbuilder.core.RecordBuilder;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Message between API server and conversion webhook: request one way, response the other.
 *
 * @param request What the server asks; null in the answer.
 * @param response What the webhook answers; null in the question.
 */
@ApiType(group = "apiextensions.k8s.io", version = "v1")
@RecordBuilder
public record ConversionReview(@Pb(1) @Nullable ConversionRequest request, @Pb(2) @Nullable ConversionResponse response)
        implements ConversionReviewBuilder.With {

    /**
     * Objects to convert to one version.
     *
     * @param uid Identifier of this call; the response must repeat it.
     * @param desiredAPIVersion Group and version wanted, such as example.com/v1.
     * @param objects Custom objects to convert.
     */
    @RecordBuilder
    public record ConversionRequest(
            @NamedType("types.UID") @Required @Pb(1) String uid,
            @Required @Pb(2) String desiredAPIVersion,
            @Required @RawObject @Atomic @Pb(3) List<@Nullable Object> objects)
            implements ConversionReviewConversionRequestBuilder.With {
        public ConversionRequest {
            uid = Absent.text(uid);
            desiredAPIVersion = Absent.text(desiredAPIVersion);
            objects = Absent.values(objects);
        }
    }

    /**
     * Converted objects, or why it failed.
     *
     * @param uid Identifier copied from the request.
     * @param convertedObjects Results in the order of the request; empty on failure.
     * @param result Outcome; its status is Success or Failure.
     */
    @RecordBuilder
    public record ConversionResponse(
            @NamedType("types.UID") @Required @Pb(1) String uid,
            @Required @RawObject @Atomic @Pb(2) List<@Nullable Object> convertedObjects,
            @Required @Pb(3) Status result)
            implements ConversionReviewConversionResponseBuilder.With {
        public ConversionResponse {
            uid = Absent.text(uid);
            convertedObjects = Absent.values(convertedObjects);
            result = Absent.or(result, Status.EMPTY);
        }
    }
}
