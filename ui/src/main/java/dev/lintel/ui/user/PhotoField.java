package dev.lintel.ui.user;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.avatar.Avatar;
import com.vaadin.flow.component.avatar.AvatarVariant;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.upload.Upload;
import com.vaadin.flow.server.streams.DownloadHandler;
import com.vaadin.flow.server.streams.DownloadResponse;
import com.vaadin.flow.server.streams.InMemoryUploadHandler;
import dev.lintel.domain.user.photo.PhotoRefusedException;
import dev.lintel.domain.user.photo.Photos;
import dev.lintel.ui.component.UploadWords;
import dev.lintel.ui.i18n.Messages;
import java.io.ByteArrayInputStream;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** A photo of somebody: shown, replaced, taken away. A change holds at once. */
public final class PhotoField extends Div {
    private static final long serialVersionUID = 1L;

    private final transient Supplier<Optional<byte[]>> photo;
    private final Avatar picture;
    private final Button remove;
    private final Upload upload;
    private final Paragraph problem = new Paragraph();

    /**
     * @param name whose initials stand in for a photo
     * @param photo the JPEG at this moment
     * @param change takes the file as it was chosen, or refuses it with a {@link PhotoRefusedException}
     */
    public PhotoField(String name, Supplier<Optional<byte[]>> photo, Consumer<byte[]> change, Runnable removal) {
        this.photo = photo;
        addClassName("photo-field");
        picture = new Avatar(name);
        picture.addThemeVariants(AvatarVariant.LUMO_XLARGE);
        upload = new Upload(new Handler(bytes -> take(bytes, change)));
        upload.setMaxFileSize(Photos.MOST_BYTES);
        upload.setAcceptedFileTypes("image/jpeg", "image/png", "image/webp");
        upload.setI18n(UploadWords.in(UI.getCurrentOrThrow(), "photo.choose"));
        upload.setDropAllowed(false);
        upload.addFileRejectedListener(rejected -> refuse(rejected.getErrorMessage()));
        remove = new Button(getTranslation("photo.remove"), click -> {
            removal.run();
            show();
        });
        remove.addThemeVariants(ButtonVariant.LUMO_TERTIARY);
        problem.addClassName("problem");
        problem.getElement().setAttribute("role", "alert");
        add(picture, new Div(new Div(upload, remove), problem));
        show();
    }

    /** @param editable whether the photo can be replaced and taken away here, or is shown only */
    public void setEditable(boolean editable) {
        upload.setVisible(editable);
        remove.setVisible(editable && photo.get().isPresent());
    }

    private void take(byte[] bytes, Consumer<byte[]> change) {
        upload.clearFileList();
        try {
            change.accept(bytes);
            show();
        } catch (PhotoRefusedException refused) {
            refuse(getTranslation(Messages.keyOf(refused.reason())));
        }
    }

    private void refuse(String why) {
        problem.setText(why);
        problem.setVisible(true);
    }

    private void show() {
        Optional<byte[]> now = photo.get();
        problem.setVisible(false);
        remove.setVisible(now.isPresent());
        if (now.isEmpty()) {
            picture.setImage(null);
            return;
        }
        // asked for again when the browser wants it, so that no picture stays in the session
        picture.setImageHandler(DownloadHandler.fromInputStream(event -> photo.get()
                        .map(jpeg -> new DownloadResponse(
                                new ByteArrayInputStream(jpeg), "photo.jpg", Photos.MEDIA_TYPE, jpeg.length))
                        .orElseGet(() -> DownloadResponse.error(404)))
                .inline());
    }

    /** Takes no more than a photo may have, whatever the browser says. */
    private static final class Handler extends InMemoryUploadHandler {
        private static final long serialVersionUID = 1L;

        Handler(Consumer<byte[]> take) {
            super((metadata, bytes) -> take.accept(bytes));
        }

        @Override
        public long getFileSizeMax() {
            return Photos.MOST_BYTES;
        }

        @Override
        public long getRequestSizeMax() {
            return Photos.MOST_BYTES + 10_000L;
        }
    }
}
