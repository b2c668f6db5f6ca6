package io.kubelayers.nucleus.storage;

import io.kubelayers.nucleus.server.KindRules;
import io.kubelayers.nucleus.server.LooksAtChange;
import io.kubelayers.nucleus.validation.FieldError;
import io.kubelayers.nucleus.validation.FieldErrors;
import io.kubelayers.nucleus.validation.FieldPath;
import io.kubelayers.nucleus.validation.Names;
import io.kubelayers.nucleus.volume.VolumeSpecRules;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Checks of VolumeAttachments: which volume goes to which node never changes ({@code pkg/apis/storage/validation}). */
public final class VolumeAttachmentRules implements KindRules<VolumeAttachment> {
    private static final FieldPath SPEC = FieldPath.of("spec");
    private static final FieldPath STATUS = FieldPath.of("status");
    private static final int MOST_METADATA = 256 * 1024;
    private static final int LONGEST_MESSAGE = 1024;

    @Override
    public Class<VolumeAttachment> type() {
        return VolumeAttachment.class;
    }

    @Override
    public LooksAtChange looksAtChange() {
        return LooksAtChange.ONCE.withMetadataAsNew();
    }

    @Override
    public boolean statusUpdatesLeaveMetadata() {
        return true;
    }

    @Override
    public boolean allowsUnconditionalUpdate() {
        return false;
    }

    @Override
    public List<FieldError> validate(VolumeAttachment attachment) {
        var errors = new FieldErrors();
        check(attachment, errors);
        var spec = attachment.spec();
        DriverNames.check(FieldPath.of("spec.attacher"), spec.attacher(), errors);
        var volume = spec.source().persistentVolumeName();
        if (volume != null) {
            errors.invalid(FieldPath.of("spec.source.persistentVolumeName"), volume, Names.dnsSubdomain(volume));
        }
        return errors.list();
    }

    private static void check(VolumeAttachment attachment, FieldErrors errors) {
        var spec = attachment.spec();
        errors.given(SPEC.child("attacher"), spec.attacher());
        source(SPEC.child("source"), spec.source(), errors);
        errors.invalid(SPEC.child("nodeName"), spec.nodeName(), Names.dnsSubdomain(spec.nodeName()));
        status(attachment.status(), errors);
    }

    private static void source(FieldPath path, VolumeAttachment.Source source, FieldErrors errors) {
        boolean inline = source.inlineVolumeSpec() != null;
        var name = source.persistentVolumeName();
        var one = "must specify exactly one of inlineVolumeSpec and persistentVolumeName";
        if (!inline && name == null) {
            errors.required(path, one);
        } else if (inline && name != null) {
            errors.forbidden(path, one);
        } else if (name != null && name.isEmpty()) {
            errors.required(path.child("persistentVolumeName"), "must specify non empty persistentVolumeName");
        } else if (source.inlineVolumeSpec() != null) {
            var found = new ArrayList<FieldError>();
            VolumeSpecRules.inline(path.child("inlineVolumeSpec"), source.inlineVolumeSpec(), found);
            errors.addAll(found);
        }
    }

    private static void status(VolumeAttachment.Status status, FieldErrors errors) {
        long size = 0;
        for (var entry : status.attachmentMetadata().entrySet()) {
            size += bytes(entry.getKey()) + bytes(entry.getValue());
        }
        if (size > MOST_METADATA) {
            errors.add(FieldError.tooLong(STATUS.child("attachmentMetadata"), MOST_METADATA));
        }
        error(STATUS.child("attachError"), status.attachError(), errors);
        error(STATUS.child("detachError"), status.detachError(), errors);
    }

    private static void error(FieldPath path, VolumeAttachment.@Nullable VolumeError error, FieldErrors errors) {
        if (error == null) {
            return;
        }
        if (error.message() != null && bytes(error.message()) > LONGEST_MESSAGE) {
            errors.add(FieldError.tooLong(path.child("message"), MOST_METADATA));
        }
        if (error.errorCode() != null && error.errorCode() < 0) {
            errors.invalid(path.child("errorCode"), error.errorCode(), "must be between 0 and 2147483647, inclusive");
        }
    }

    private static int bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }

    @Override
    public List<FieldError> validateUpdate(VolumeAttachment attachment, VolumeAttachment old) {
        var errors = new FieldErrors();
        check(attachment, errors);
        errors.immutable(SPEC, attachment.spec(), old.spec());
        return errors.list();
    }

    /** Updates of the status are looked at as those of the object. */
    @Override
    public List<FieldError> validateStatusUpdate(VolumeAttachment attachment, VolumeAttachment old) {
        return validateUpdate(attachment, old);
    }
}
