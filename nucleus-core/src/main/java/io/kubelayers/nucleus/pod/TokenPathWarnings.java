package io.kubelayers.nucleus.pod;

import io.kubelayers.nucleus.core.KeyToPath;
import io.kubelayers.nucleus.core.Volume;
import io.kubelayers.nucleus.validation.FieldPath;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Warns of files in projected volumes that lie where the token of a service account lies, in whichever volume. */
final class TokenPathWarnings {
    private TokenPathWarnings() {}

    static void look(FieldPath path, List<Volume> volumes, List<String> warnings) {
        var tokens = new HashSet<String>();
        for (var volume : volumes) {
            if (volume.projected() != null) {
                for (var source : volume.projected().sources()) {
                    if (source.serviceAccountToken() != null) {
                        tokens.add(source.serviceAccountToken().path());
                    }
                }
            }
        }
        for (int i = 0; i < volumes.size() && !tokens.isEmpty(); i++) {
            var projected = volumes.get(i).projected();
            if (projected != null) {
                look(path.index(i).child("projected", "sources"), projected, tokens, warnings);
            }
        }
    }

    private static void look(
            FieldPath path, Volume.ProjectedVolumeSource projected, Set<String> tokens, List<String> warnings) {
        for (var source : projected.sources()) {
            if (source.configMap() != null) {
                items(path.child("configMap"), source.configMap().items(), tokens, warnings);
            }
            if (source.secret() != null) {
                items(path.child("secrets"), source.secret().items(), tokens, warnings);
            }
            if (source.downwardAPI() != null) {
                var items = source.downwardAPI().items();
                for (int i = 0; i < items.size(); i++) {
                    item(path.child("downwardAPI").index(i), items.get(i).path(), tokens, warnings);
                }
            }
            if (source.clusterTrustBundle() != null) {
                item(
                        path.child("ClusterTrustBundle"),
                        source.clusterTrustBundle().path(),
                        tokens,
                        warnings);
            }
        }
    }

    private static void items(FieldPath path, List<KeyToPath> items, Set<String> tokens, List<String> warnings) {
        for (int i = 0; i < items.size(); i++) {
            item(path.index(i), items.get(i).path(), tokens, warnings);
        }
    }

    private static void item(FieldPath path, String file, Set<String> tokens, List<String> warnings) {
        if (tokens.contains(file)) {
            warnings.add(path + ": has duplicated path with ServiceAccountToken \"" + file + "\"");
        }
    }
}
