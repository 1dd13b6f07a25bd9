package dev.lintel.ui.component;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.upload.UploadI18N;

/** What an upload says. */
public final class UploadWords {
    private UploadWords() {}

    /** @param choose key of what the button says */
    public static UploadI18N in(UI ui, String choose) {
        UploadI18N words = new UploadI18N();
        words.setAddFiles(
                new UploadI18N.AddFiles().setOne(ui.getTranslation(choose)).setMany(ui.getTranslation(choose)));
        words.setDropFiles(new UploadI18N.DropFiles().setOne(ui.getTranslation("upload.drop")));
        words.setError(new UploadI18N.Error()
                .setFileIsTooBig(ui.getTranslation("upload.tooBig"))
                .setIncorrectFileType(ui.getTranslation("upload.wrongType"))
                .setTooManyFiles(ui.getTranslation("upload.onlyOne")));
        words.setUploading(new UploadI18N.Uploading()
                .setStatus(new UploadI18N.Uploading.Status()
                        .setConnecting(ui.getTranslation("upload.connecting"))
                        .setProcessing(ui.getTranslation("upload.processing")))
                .setError(new UploadI18N.Uploading.Error()
                        .setServerUnavailable(ui.getTranslation("upload.failed"))
                        .setUnexpectedServerError(ui.getTranslation("upload.failed"))
                        .setForbidden(ui.getTranslation("upload.failed"))));
        return words;
    }
}
