package dev.lintel.ui.user;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.server.streams.DownloadEvent;
import com.vaadin.flow.server.streams.DownloadHandler;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Shows recovery codes, this once: to be printed, saved or copied. */
final class RecoveryCodesDialog extends Dialog {
    private static final long serialVersionUID = 1L;

    RecoveryCodesDialog(List<String> codes) {
        addClassNames("secret-dialog", "recovery-codes");
        setHeaderTitle(getTranslation("recovery.title"));
        setCloseOnEsc(false);
        setCloseOnOutsideClick(false);
        OrderedList list = new OrderedList();
        codes.forEach(code -> list.add(new ListItem(code)));
        add(new Paragraph(getTranslation("recovery.once")), list);

        Anchor save = new Anchor((DownloadHandler) download -> write(codes, download), getTranslation("recovery.save"));
        save.addClassName("button-link");
        Button print = new Button(getTranslation("recovery.print"), VaadinIcon.PRINT.create());
        print.addThemeVariants(ButtonVariant.LUMO_TERTIARY);
        print.getElement().executeJs("this.addEventListener('click', () => window.print())");
        Button done = new Button(getTranslation("recovery.done"), click -> close());
        done.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        getFooter().add(save, print, done);
    }

    private static void write(List<String> codes, DownloadEvent download) throws IOException {
        download.setFileName("lintel-recovery-codes.txt");
        download.setContentType("text/plain; charset=utf-8");
        download.getOutputStream().write((String.join("\r\n", codes) + "\r\n").getBytes(StandardCharsets.UTF_8));
    }
}
