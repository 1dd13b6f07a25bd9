package dev.lintel.ui.identifier;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.upload.Upload;
import com.vaadin.flow.server.streams.DownloadHandler;
import com.vaadin.flow.server.streams.DownloadResponse;
import com.vaadin.flow.server.streams.UploadHandler;
import dev.lintel.domain.identifier.exchange.IdentifierColumn;
import dev.lintel.domain.identifier.exchange.IdentifierFile;
import dev.lintel.domain.listing.CsvFile;
import dev.lintel.domain.listing.CsvFileException;
import dev.lintel.ui.component.UploadWords;
import dev.lintel.ui.i18n.Messages;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A file of identifiers: uploaded, with its columns guessed by their headings and changed where the guess is wrong. */
final class TableSource extends Section {
    private static final long serialVersionUID = 1L;

    private final ImportSteps steps;
    private final Upload upload;
    private final Div mapping = new Div();
    private transient @Nullable IdentifierFile file;
    private String name = "";

    TableSource(ImportSteps steps) {
        this.steps = steps;
        upload = new Upload(UploadHandler.inMemory((metadata, bytes) -> read(metadata.fileName(), bytes)));
        upload.setMaxFiles(1);
        upload.setMaxFileSize(CsvFile.MOST_BYTES);
        upload.setAcceptedFileExtensions(".csv", ".txt", ".tsv");
        upload.setI18n(UploadWords.in(UI.getCurrentOrThrow(), "upload.choose"));
        upload.addFileRemovedListener(removed -> forget());
        upload.addFileRejectedListener(rejected -> steps.say(rejected.getErrorMessage()));
        mapping.addClassName("column-mapping");
        add(
                new Paragraph(getTranslation("identifierImport.about")),
                new Anchor(sample(), getTranslation("userImport.sample")),
                upload,
                mapping,
                steps);
    }

    private DownloadHandler sample() {
        byte[] table = ("\uFEFF" + getTranslation("identifierImport.sampleTable")).getBytes(StandardCharsets.UTF_8);
        return DownloadHandler.fromInputStream(event ->
                new DownloadResponse(new ByteArrayInputStream(table), "identifiers.csv", "text/csv", table.length));
    }

    private void read(String fileName, byte[] bytes) {
        forget();
        name = fileName;
        steps.waiting(getTranslation("import.checking"));
        steps.inBackground(ui -> {
            try {
                IdentifierFile read = IdentifierFile.read(bytes);
                ui.access(() -> map(read));
            } catch (CsvFileException unreadable) {
                ui.access(() -> steps.say(getTranslation(Messages.keyOf(unreadable.reason()))));
            }
        });
    }

    private void map(IdentifierFile read) {
        file = read;
        mapping.removeAll();
        List<String> headings = read.file().headings();
        for (int i = 0; i < headings.size(); i++) {
            mapping.add(column(i, headings.get(i), read));
        }
        check();
    }

    private Select<IdentifierColumn> column(int position, String heading, IdentifierFile read) {
        Select<IdentifierColumn> select = new Select<>();
        String first = read.file().rows().isEmpty()
                ? ""
                : read.file().rows().getFirst().cell(position);
        select.setLabel(heading.isBlank() ? getTranslation("identifierImport.column", position + 1) : heading);
        select.setHelperText(first.isEmpty() ? null : getTranslation("identifierImport.example", first));
        select.setItems(IdentifierColumn.values());
        select.setItemLabelGenerator(
                one -> getTranslation(one == null ? "identifierImport.passedOver" : Messages.keyOf(one)));
        select.setEmptySelectionAllowed(true);
        select.setEmptySelectionCaption(getTranslation("identifierImport.passedOver"));
        select.setValue(read.columns().get(position));
        select.addValueChangeListener(change -> remap(position, change.getValue()));
        return select;
    }

    private void remap(int position, @Nullable IdentifierColumn column) {
        IdentifierFile known = file;
        if (known == null) {
            return;
        }
        Map<Integer, IdentifierColumn> columns = new HashMap<>(known.columns());
        columns.remove(position);
        if (column != null) {
            columns.values().remove(column);
            columns.put(position, column);
        }
        map(known.with(columns));
    }

    private void check() {
        IdentifierFile known = file;
        if (known == null) {
            return;
        }
        if (known.isMapped()) {
            steps.check(name, known.rows());
        } else {
            steps.say(getTranslation("identifierImport.noValue"));
        }
    }

    private void forget() {
        file = null;
        mapping.removeAll();
        steps.forget();
    }
}
