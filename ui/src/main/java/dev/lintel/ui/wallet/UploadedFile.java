package dev.lintel.ui.wallet;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.upload.Upload;
import com.vaadin.flow.server.streams.UploadHandler;
import dev.lintel.ui.component.UploadWords;
import org.jspecify.annotations.Nullable;

/** A small file that is kept until the form is saved, and what is wrong with it. */
final class UploadedFile extends Div {
    private static final long serialVersionUID = 1L;
    private static final int MOST_BYTES = 100_000;

    private final Upload upload;
    private final Span problem = new Span();
    private byte @Nullable [] bytes;

    /** @param choose key of what the button says */
    UploadedFile(String choose, String... extensions) {
        addClassName("uploaded-file");
        upload = new Upload(UploadHandler.inMemory((metadata, content) -> {
            bytes = content;
            refuse("");
        }));
        upload.setMaxFiles(1);
        upload.setMaxFileSize(MOST_BYTES);
        upload.setAcceptedFileExtensions(extensions);
        upload.setI18n(UploadWords.in(UI.getCurrentOrThrow(), choose));
        upload.addFileRejectedListener(rejected -> refuse(rejected.getErrorMessage()));
        upload.addFileRemovedListener(removed -> bytes = null);
        problem.addClassName("problem");
        problem.getElement().setAttribute("role", "alert");
        add(upload, problem);
    }

    byte @Nullable [] bytes() {
        return bytes;
    }

    void refuse(String why) {
        problem.setText(why);
    }

    void focus() {
        upload.getElement().callJsFunction("focus");
    }

    void clear() {
        bytes = null;
        upload.clearFileList();
        refuse("");
    }
}
