package io.kubelayers.nucleus.pod;

import io.kubelayers.nucleus.core.EnvFromSource;
import io.kubelayers.nucleus.core.EnvVar;
import io.kubelayers.nucleus.core.EnvVarSource;
import io.kubelayers.nucleus.core.PodSpec;
import io.kubelayers.nucleus.core.Volume;
import io.kubelayers.nucleus.validation.FieldError;
import io.kubelayers.nucleus.validation.FieldPath;
import io.kubelayers.nucleus.validation.MetaRules;
import io.kubelayers.nucleus.validation.NameRule;
import io.kubelayers.nucleus.validation.Names;
import io.kubelayers.nucleus.volume.FilePaths;
import java.util.HashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is wrong with the environment of a container ({@code ValidateEnv}, {@code ValidateEnvFrom}). */
final class EnvChecks {
    private static final String ONE_SOURCE = "may not have more than one field specified at a time";

    private EnvChecks() {}

    static void env(FieldPath path, List<EnvVar> variables, List<FieldError> errors) {
        for (int i = 0; i < variables.size(); i++) {
            var variable = variables.get(i);
            var at = path.index(i);
            if (variable.name().isEmpty()) {
                errors.add(FieldError.required(at.child("name"), ""));
            } else {
                MetaRules.invalid(at.child("name"), variable.name(), Names.relaxedEnvVarName(variable.name()), errors);
            }
            if (variable.valueFrom() != null) {
                valueFrom(at.child("valueFrom"), variable.value(), variable.valueFrom(), errors);
            }
        }
    }

    private static void valueFrom(FieldPath path, @Nullable String value, EnvVarSource from, List<FieldError> errors) {
        int sources = 0;
        if (from.fieldRef() != null) {
            sources++;
            DownwardChecks.field(path.child("fieldRef"), from.fieldRef(), DownwardChecks.OF_ENV, errors);
        }
        if (from.resourceFieldRef() != null) {
            sources++;
            DownwardChecks.resource(path.child("resourceFieldRef"), from.resourceFieldRef(), false, errors);
        }
        if (from.configMapKeyRef() != null) {
            sources++;
            var ref = from.configMapKeyRef();
            key(path.child("configMapKeyRef"), ref.name(), ref.key(), errors);
        }
        if (from.secretKeyRef() != null) {
            sources++;
            var ref = from.secretKeyRef();
            key(path.child("secretKeyRef"), ref.name(), ref.key(), errors);
        }
        if (from.fileKeyRef() != null) {
            sources++;
            file(path.child("fileKeyRef"), from.fileKeyRef(), errors);
        }
        if (sources == 0) {
            errors.add(FieldError.invalid(
                    path,
                    "",
                    "must specify one of: `fieldRef`, `resourceFieldRef`, `configMapKeyRef`, `secretKeyRef` or"
                            + " `fileKeyRef`"));
        } else if (value != null && !value.isEmpty()) {
            errors.add(FieldError.invalid(path, "", "may not be specified when `value` is not empty"));
        } else if (sources > 1) {
            errors.add(FieldError.invalid(path, "", ONE_SOURCE));
        }
    }

    private static void key(FieldPath path, @Nullable String name, String key, List<FieldError> errors) {
        var named = name == null ? "" : name;
        MetaRules.invalid(path.child("name"), named, Names.dnsSubdomain(named), errors);
        if (key.isEmpty()) {
            errors.add(FieldError.required(path.child("key"), ""));
        } else {
            MetaRules.invalid(path.child("key"), key, Names.configKey(key), errors);
        }
    }

    private static void file(FieldPath path, EnvVarSource.FileKeySelector file, List<FieldError> errors) {
        if (file.key().isEmpty()) {
            errors.add(FieldError.required(path.child("key"), ""));
        } else {
            MetaRules.invalid(path.child("key"), file.key(), Names.relaxedEnvVarName(file.key()), errors);
        }
        if (file.volumeName().isEmpty()) {
            errors.add(FieldError.required(path.child("volumeName"), ""));
        } else {
            MetaRules.invalid(path.child("volumeName"), file.volumeName(), Names.dnsLabel(file.volumeName()), errors);
        }
        if (file.path().isEmpty()) {
            errors.add(FieldError.required(path.child("path"), ""));
        } else {
            FilePaths.noBacksteps(path.child("path"), file.path(), errors);
        }
    }

    static void envFrom(FieldPath path, List<EnvFromSource> sources, List<FieldError> errors) {
        for (int i = 0; i < sources.size(); i++) {
            var source = sources.get(i);
            var at = path.index(i);
            if (source.prefix() != null) {
                MetaRules.invalid(
                        at.child("prefix"), source.prefix(), Names.relaxedEnvVarName(source.prefix()), errors);
            }
            if (source.configMapRef() != null) {
                name(at.child("configMapRef", "name"), source.configMapRef().name(), errors);
            }
            if (source.secretRef() != null) {
                name(at.child("secretRef", "name"), source.secretRef().name(), errors);
            }
            if (source.configMapRef() == null && source.secretRef() == null) {
                errors.add(FieldError.invalid(path, "", "must specify one of: `configMapRef` or `secretRef`"));
            } else if (source.configMapRef() != null && source.secretRef() != null) {
                errors.add(FieldError.invalid(path, "", ONE_SOURCE));
            }
        }
    }

    /** Upstream takes the name for the beginning of one, so a dash may end it. */
    private static void name(FieldPath path, @Nullable String name, List<FieldError> errors) {
        if (name == null || name.isEmpty()) {
            errors.add(FieldError.required(path, ""));
        } else {
            MetaRules.invalid(path, name, NameRule.DNS_SUBDOMAIN.complaints(name, true), errors);
        }
    }

    /** Files that variables are read from are in empty directories of the pod ({@code validateFileKeyRefVolumes}). */
    static void fileVolumes(FieldPath path, PodSpec spec, List<FieldError> errors) {
        if (!readsFiles(spec)) {
            return;
        }
        var volumes = new HashMap<String, Volume>();
        spec.volumes().forEach(volume -> volumes.put(volume.name(), volume));
        ContainerLists.visit(path, spec, (container, at) -> {
            for (int i = 0; i < container.env().size(); i++) {
                var from = container.env().get(i).valueFrom();
                if (from != null && from.fileKeyRef() != null) {
                    var name = from.fileKeyRef().volumeName();
                    var place = at.child("env").index(i).child("valueFrom", "fileKeyRef", "volumeName");
                    var volume = volumes.get(name);
                    if (volume == null) {
                        errors.add(FieldError.notFound(place, name));
                    } else if (volume.emptyDir() == null) {
                        errors.add(FieldError.invalid(place, name, "referenced volume must be of type emptyDir"));
                    }
                }
            }
        });
    }

    private static boolean readsFiles(PodSpec spec) {
        if (!spec.ephemeralContainers().isEmpty()) {
            return true;
        }
        for (var container : spec.containers()) {
            if (readsFiles(container.env())) {
                return true;
            }
        }
        for (var container : spec.initContainers()) {
            if (readsFiles(container.env())) {
                return true;
            }
        }
        return false;
    }

    private static boolean readsFiles(List<EnvVar> variables) {
        for (var variable : variables) {
            if (variable.valueFrom() != null && variable.valueFrom().fileKeyRef() != null) {
                return true;
            }
        }
        return false;
    }
}
