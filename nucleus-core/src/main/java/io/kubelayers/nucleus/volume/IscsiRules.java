package io.kubelayers.nucleus.volume;

import io.kubelayers.nucleus.core.PersistentVolumeSpec;
import io.kubelayers.nucleus.core.Volume;
import io.kubelayers.nucleus.validation.FieldError;
import io.kubelayers.nucleus.validation.FieldPath;
import java.util.List;

/** What is wrong with iSCSI disks ({@code validateISCSIVolumeSource}, {@code validateISCSIPersistentVolumeSource}). */
public final class IscsiRules {
    private static final String TOO_LONG =
            "Total length of <volume name>:<iscsi.targetPortal> must be under 64 characters"
                    + " if iscsi.initiatorName is specified.";
    private static final String FORM = "must be valid format";
    private static final String START = "must be valid format starting with iqn, eui, or naa";
    private static final int NAME_MAX = 64;

    private IscsiRules() {}

    /** A disk that a pod names. */
    public static void ofPod(FieldPath path, Volume.ISCSIVolumeSource source, List<FieldError> errors) {
        PluginRules.required(path, "targetPortal", source.targetPortal(), errors);
        target(path, source.iqn(), START, source.lun(), errors);
        if ((source.chapAuthDiscovery() || source.chapAuthSession()) && source.secretRef() == null) {
            errors.add(FieldError.required(path.child("secretRef"), ""));
        }
        if (source.initiatorName() != null) {
            initiator(path, source.initiatorName(), START, errors);
        }
    }

    /** The name of the volume and of the portal fit into that of the initiator. */
    public static void nameOfPod(
            FieldPath volume, String name, Volume.ISCSIVolumeSource source, List<FieldError> errors) {
        if (source.initiatorName() != null && isTooLong(name, source.targetPortal())) {
            errors.add(FieldError.invalid(volume.child("name"), name, TOO_LONG));
        }
    }

    static void ofVolume(
            FieldPath path,
            String name,
            PersistentVolumeSpec.ISCSIPersistentVolumeSource source,
            List<FieldError> errors) {
        PluginRules.required(path, "targetPortal", source.targetPortal(), errors);
        if (source.initiatorName() != null && isTooLong(name, source.targetPortal())) {
            errors.add(FieldError.invalid(path.child("targetportal"), source.targetPortal(), TOO_LONG));
        }
        target(path, source.iqn(), FORM, source.lun(), errors);
        if ((source.chapAuthDiscovery() || source.chapAuthSession()) && source.secretRef() == null) {
            errors.add(FieldError.required(path.child("secretRef"), ""));
        }
        if (source.secretRef() != null) {
            PluginRules.required(
                    path.child("secretRef"), "name", source.secretRef().name(), errors);
        }
        if (source.initiatorName() != null) {
            initiator(path, source.initiatorName(), FORM, errors);
        }
    }

    private static boolean isTooLong(String name, String portal) {
        return name.length() + 1 + portal.length() > NAME_MAX;
    }

    private static void target(FieldPath path, String iqn, String message, int lun, List<FieldError> errors) {
        if (iqn.isEmpty()) {
            errors.add(FieldError.required(path.child("iqn"), ""));
        } else if (!hasStart(iqn)) {
            errors.add(FieldError.invalid(path.child("iqn"), iqn, message));
        } else if (!hasForm(iqn)) {
            errors.add(FieldError.invalid(path.child("iqn"), iqn, FORM));
        }
        PluginRules.lun(path.child("lun"), lun, errors);
    }

    private static void initiator(FieldPath path, String name, String message, List<FieldError> errors) {
        if (!hasStart(name)) {
            errors.add(FieldError.invalid(path.child("initiatorname"), name, message));
        } else if (!hasForm(name)) {
            errors.add(FieldError.invalid(path.child("initiatorname"), name, FORM));
        }
    }

    private static boolean hasStart(String name) {
        return name.startsWith("iqn") || name.startsWith("eui") || name.startsWith("naa");
    }

    private static boolean hasForm(String name) {
        return name.startsWith("iqn") ? isIqn(name) : isHex(name, name.startsWith("eui") ? 16 : 32);
    }

    /** {@code iqn\.\d{4}-\d{2}\.([[:alnum:]-.]+)(:[^,;*&$|\s]+)$}. */
    private static boolean isIqn(String name) {
        int colon = name.indexOf(':');
        if (colon < 13 || colon == name.length() - 1 || name.charAt(3) != '.' || name.charAt(8) != '-') {
            return false;
        }
        for (int i = 4; i < 11; i++) {
            if (i != 8 && !isDigit(name.charAt(i))) {
                return false;
            }
        }
        for (int i = 12; i < colon; i++) {
            char c = name.charAt(i);
            if (!isAlphanumeric(c) && c != '-' && c != '.') {
                return false;
            }
        }
        for (int i = colon + 1; i < name.length(); i++) {
            if (",;*&$| \t\n\f\r".indexOf(name.charAt(i)) >= 0) {
                return false;
            }
        }
        return name.charAt(11) == '.';
    }

    private static boolean isHex(String name, int length) {
        if (name.length() != 4 + length) {
            return false;
        }
        for (int i = 4; i < name.length(); i++) {
            if (!isAlphanumeric(name.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    private static boolean isAlphanumeric(char c) {
        return isDigit(c) || c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z';
    }
}
