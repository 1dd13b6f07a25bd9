package dev.lintel.ui.listing;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.popover.Popover;
import com.vaadin.flow.server.streams.DownloadEvent;
import dev.lintel.domain.listing.TableFormat;
import java.io.IOException;

/** Takes the whole filtered list along as a file. */
final class ExportMenu extends Button {
    private static final long serialVersionUID = 1L;

    /** Writes the file. */
    @FunctionalInterface
    interface Writer {
        void write(TableFormat format, DownloadEvent download) throws IOException;
    }

    ExportMenu(ListWords words, Writer writer) {
        super(words.text("list.export"), VaadinIcon.DOWNLOAD_ALT.create());
        addThemeVariants(ButtonVariant.LUMO_TERTIARY);
        Div formats = new Div(new Span(words.text("list.exportWhat")));
        formats.addClassName("export-menu");
        for (TableFormat format : TableFormat.values()) {
            formats.add(new Anchor(download -> writer.write(format, download), words.cell(format)));
        }
        Popover popover = new Popover(formats);
        popover.setTarget(this);
        popover.setAutofocus(true);
    }
}
