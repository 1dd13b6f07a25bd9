package dev.lintel.ui.schedule;

import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.component.upload.Upload;
import com.vaadin.flow.server.streams.UploadHandler;
import dev.lintel.domain.schedule.Holiday;
import dev.lintel.domain.schedule.ics.CalendarFileException;
import dev.lintel.domain.schedule.ics.HolidayFile;
import dev.lintel.ui.component.DateWords;
import dev.lintel.ui.component.UploadWords;
import dev.lintel.ui.i18n.Language;
import dev.lintel.ui.i18n.Messages;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The holidays of a calendar, with a line to add one, and a file to add many. */
final class HolidayTable extends Div {
    private static final long serialVersionUID = 1L;
    private static final int MOST_REFUSALS = 10;

    private final transient Function<byte[], HolidayFile> reader;
    private final boolean mayEdit;
    private final Grid<Holiday> grid = new Grid<>();
    private final TextField name = new TextField(getTranslation("holidays.dayName"));
    private final DatePicker first = date("holidays.first");
    private final DatePicker last = date("holidays.last");
    private final Checkbox yearly = new Checkbox(getTranslation("holidays.yearly"));
    private final Div entry;
    private final Upload upload;
    private final Div said = new Div();
    private final transient Set<Holiday> holidays = new LinkedHashSet<>();
    private boolean editable = true;

    HolidayTable(HolidayWords words, Function<byte[], HolidayFile> reader, boolean mayEdit) {
        this.reader = reader;
        this.mayEdit = mayEdit;
        addClassName("holiday-table");
        Button add = new Button(getTranslation("holidays.addDay"), VaadinIcon.PLUS.create(), click -> add());
        add.addClickShortcut(Key.ENTER).listenOn(name, first, last);
        first.addValueChangeListener(day -> last.setMin(day.getValue()));
        entry = new Div(name, first, last, yearly, add);
        entry.addClassName("holiday-entry");
        upload = new Upload(UploadHandler.inMemory((metadata, bytes) -> take(bytes)));
        upload.setMaxFiles(1);
        upload.setMaxFileSize(HolidayFile.MOST_BYTES);
        upload.setAcceptedFileExtensions(".ics", ".ical");
        upload.setI18n(UploadWords.in(UI.getCurrentOrThrow(), "holidays.file"));
        upload.addFileRejectedListener(rejected -> say(rejected.getErrorMessage()));
        said.getElement().setAttribute("aria-live", "polite");
        grid.addThemeVariants(GridVariant.LUMO_COMPACT, GridVariant.LUMO_ROW_STRIPES);
        grid.setAllRowsVisible(true);
        grid.addComponentColumn(holiday -> row(words, holiday)).setHeader(getTranslation("holidays.days"));
        grid.addComponentColumn(this::remove).setWidth("4rem").setFlexGrow(0);
        add(entry, upload, said, grid);
        show(List.of());
    }

    void show(List<Holiday> all) {
        holidays.clear();
        holidays.addAll(all);
        refresh();
    }

    List<Holiday> holidays() {
        return List.copyOf(holidays);
    }

    /** What comes from a subscription is only shown. */
    void setEditable(boolean may) {
        editable = may && mayEdit;
        entry.setVisible(editable);
        upload.setVisible(editable);
        grid.getDataProvider().refreshAll();
    }

    private void refresh() {
        List<Holiday> sorted = new ArrayList<>(holidays);
        sorted.sort(Comparator.comparing(Holiday::first).thenComparing(Holiday::name));
        grid.setItems(sorted);
        grid.setAllRowsVisible(sorted.size() <= 60);
        grid.setVisible(!sorted.isEmpty());
    }

    private static Div row(HolidayWords words, Holiday holiday) {
        Span called = new Span(holiday.name());
        called.addClassName("strong");
        Div row = new Div(called, new Span(words.days(holiday)));
        row.addClassName("holiday-row");
        return row;
    }

    private Button remove(Holiday holiday) {
        Button remove = new Button(VaadinIcon.CLOSE_SMALL.create(), click -> {
            holidays.remove(holiday);
            refresh();
        });
        remove.addThemeVariants(ButtonVariant.LUMO_TERTIARY, ButtonVariant.LUMO_SMALL, ButtonVariant.LUMO_ICON);
        remove.setAriaLabel(getTranslation("holidays.remove", holiday.name()));
        remove.setVisible(editable);
        return remove;
    }

    private void add() {
        String called = name.getValue().strip();
        LocalDate from = first.getValue();
        LocalDate to = last.getValue() == null ? from : last.getValue();
        name.setInvalid(called.isEmpty());
        first.setInvalid(from == null);
        boolean fits =
                from != null && to != null && !to.isBefore(from) && to.isBefore(from.plusDays(Holiday.MOST_DAYS));
        last.setInvalid(from != null && !fits);
        if (!called.isEmpty() && fits) {
            holidays.add(new Holiday(called, from, to, yearly.getValue()));
            name.clear();
            first.clear();
            last.clear();
            name.focus();
            refresh();
        }
    }

    private void take(byte[] bytes) {
        said.removeAll();
        try {
            HolidayFile file = reader.apply(bytes);
            holidays.addAll(file.holidays());
            refresh();
            say(getTranslation("holidays.taken", file.holidays().size()));
            refusals(file.refused());
        } catch (CalendarFileException refused) {
            say(getTranslation(Messages.keyOf(refused.reason())));
        }
        upload.clearFileList();
    }

    private void refusals(List<HolidayFile.Refused> refused) {
        if (refused.isEmpty()) {
            return;
        }
        say(getTranslation("holidays.notTaken", refused.size()));
        UnorderedList list = new UnorderedList();
        refused.stream()
                .limit(MOST_REFUSALS)
                .forEach(event -> list.add(new ListItem((event.event().isEmpty() ? "–" : event.event()) + ": "
                        + getTranslation(Messages.keyOf(event.why())))));
        said.add(list);
    }

    private void say(@Nullable String text) {
        said.add(new Paragraph(text));
    }

    private DatePicker date(String label) {
        DatePicker picker = new DatePicker(getTranslation(label));
        picker.setI18n(DateWords.in(UI.getCurrentOrThrow()));
        picker.setLocale(Language.nearest(getLocale()).formats());
        return picker;
    }
}
