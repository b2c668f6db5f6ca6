package io.kubelayers.application.scheduling.plugins;

import io.kubelayers.application.scheduling.framework.CycleState;
import io.kubelayers.application.scheduling.framework.NodeInfo;
import io.kubelayers.application.scheduling.framework.NodeScorer;
import io.kubelayers.application.scheduling.framework.PodInfo;
import io.kubelayers.application.scheduling.framework.PreScorePlugin;
import io.kubelayers.application.scheduling.framework.ScorePlugin;
import io.kubelayers.application.scheduling.framework.StateKey;
import io.kubelayers.application.scheduling.framework.Status;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Prefers nodes that hold the pod's images already: the sum of their sizes, each scaled by the share of nodes that hold
 * it, so that a rare image does not draw all pods to one node.
 *
 * <p>Reads the images of containers, init containers and image volumes, and {@code status.images} of the nodes. Upstream:
 * {@code plugins/imagelocality/image_locality.go}.
 */
public final class ImageLocality implements PreScorePlugin, ScorePlugin {
    public static final String NAME = "ImageLocality";

    private static final long MIB = 1024 * 1024;
    private static final long MIN_THRESHOLD = 23 * MIB;
    private static final long MAX_PER_IMAGE = 1000 * MIB;

    private static final StateKey<Images> IMAGES = StateKey.named("PreScore" + NAME);

    /** The images that some node has, and how many the pod names. */
    private record Images(List<String> present, int count) {
        static Images of(CycleState state, PodInfo pod) {
            var all = images(pod);
            var present = new ArrayList<String>();
            for (var image : all) {
                if (state.snapshot().nodesWithImage(image) > 0) {
                    present.add(image);
                }
            }
            return new Images(present, all.size());
        }
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Status preScore(CycleState state, PodInfo pod, List<NodeInfo> nodes) {
        state.write(IMAGES, Images.of(state, pod));
        return Status.success();
    }

    @Override
    public long score(CycleState state, PodInfo pod, NodeInfo node) {
        var written = state.read(IMAGES);
        var images = written == null ? Images.of(state, pod) : written;
        if (images.present().isEmpty()) {
            return MIN_SCORE;
        }
        long sum = 0;
        for (var image : images.present()) {
            var size = node.imageSize(image);
            if (size != null) {
                double spread = (double) state.snapshot().nodesWithImage(image)
                        / state.snapshot().size();
                sum += (long) (size * spread);
            }
        }
        long most = MAX_PER_IMAGE * Math.max(1, images.count());
        long bounded = Math.max(MIN_THRESHOLD, Math.min(most, sum));
        return MAX_SCORE * (bounded - MIN_THRESHOLD) / (most - MIN_THRESHOLD);
    }

    @Override
    public NodeScorer scorer(CycleState state, PodInfo pod) {
        var images = state.read(IMAGES);
        return images != null && images.present().isEmpty() ? NodeScorer.ZERO : ScorePlugin.super.scorer(state, pod);
    }

    private static List<String> images(PodInfo pod) {
        var images = new ArrayList<String>();
        pod.spec().initContainers().forEach(container -> images.add(withTag(container.image())));
        pod.spec().containers().forEach(container -> images.add(withTag(container.image())));
        for (var volume : pod.spec().volumes()) {
            if (volume.image() != null) {
                images.add(withTag(volume.image().reference()));
            }
        }
        return List.copyOf(images);
    }

    /** The name as nodes list it: {@code nginx} is {@code nginx:latest}. */
    private static String withTag(@Nullable String image) {
        var name = image == null ? "" : image;
        return name.lastIndexOf(':') <= name.lastIndexOf('/') ? name + ":latest" : name;
    }
}
