package dev.lintel.ui.identifier;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Image;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.upload.Upload;
import com.vaadin.flow.server.streams.DownloadHandler;
import com.vaadin.flow.server.streams.DownloadResponse;
import com.vaadin.flow.server.streams.UploadHandler;
import dev.lintel.domain.user.photo.PhotoRefusedException;
import dev.lintel.domain.user.photo.Photos;
import dev.lintel.ui.component.UploadWords;
import dev.lintel.ui.i18n.Messages;
import java.io.ByteArrayInputStream;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The photo of a face, checked as soon as it is chosen. */
final class FaceEntry extends Div implements ValueEntry {
    private static final long serialVersionUID = 1L;

    private final transient Photos photos;
    private final transient Supplier<Optional<byte[]>> stored;
    private final Div picture = new Div();
    private final Paragraph problem = new Paragraph();
    private final Paragraph rules = new Paragraph(getTranslation("identifier.help.FACE"));
    private final Upload upload;
    private transient byte @Nullable [] chosen;
    private transient byte @Nullable [] preview;

    /** @param stored the photo that there is so far */
    FaceEntry(Photos photos, Supplier<Optional<byte[]>> stored) {
        this.photos = photos;
        this.stored = stored;
        addClassNames("value-entry", "face-entry");
        upload = new Upload(UploadHandler.inMemory((metadata, bytes) -> take(bytes)));
        upload.setMaxFileSize(Photos.MOST_BYTES);
        upload.setAcceptedFileTypes("image/jpeg");
        upload.setI18n(UploadWords.in(UI.getCurrentOrThrow(), "photo.choose"));
        upload.addFileRejectedListener(rejected -> refuse(rejected.getErrorMessage()));
        rules.addClassName("about");
        problem.addClassName("problem");
        problem.getElement().setAttribute("role", "alert");
        problem.setVisible(false);
        add(picture, rules, upload, problem);
        show();
    }

    private void take(byte[] file) {
        upload.clearFileList();
        try {
            preview = photos.face(file);
            chosen = file;
            forgetProblem();
            show();
        } catch (PhotoRefusedException refused) {
            refuse(getTranslation(Messages.keyOf(refused.reason())));
        }
    }

    private void show() {
        picture.removeAll();
        Supplier<Optional<byte[]>> shown = () -> preview == null ? stored.get() : Optional.of(preview);
        if (shown.get().isEmpty()) {
            return;
        }
        // asked for again when the browser wants it, so that no stored picture stays in the session
        Image image = new Image(
                DownloadHandler.fromInputStream(event -> shown.get()
                                .map(jpeg -> new DownloadResponse(
                                        new ByteArrayInputStream(jpeg), "face.jpg", Photos.MEDIA_TYPE, jpeg.length))
                                .orElseGet(() -> DownloadResponse.error(404)))
                        .inline(),
                getTranslation("identifier.face"));
        picture.add(image);
    }

    @Override
    public Component component() {
        return this;
    }

    @Override
    public String value() {
        return "";
    }

    @Override
    public byte @Nullable [] photo() {
        return chosen;
    }

    @Override
    public void refuse(String why) {
        problem.setText(why);
        problem.setVisible(true);
    }

    @Override
    public void forgetProblem() {
        problem.setVisible(false);
    }

    @Override
    public void focus() {
        upload.getElement().callJsFunction("focus");
    }

    @Override
    public void setReadOnly(boolean readOnly) {
        upload.setVisible(!readOnly);
        rules.setVisible(!readOnly);
    }
}
