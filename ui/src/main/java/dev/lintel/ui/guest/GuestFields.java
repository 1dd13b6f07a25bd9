package dev.lintel.ui.guest;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.checkbox.CheckboxGroup;
import com.vaadin.flow.component.checkbox.CheckboxGroupVariant;
import com.vaadin.flow.component.datetimepicker.DateTimePicker;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.radiobutton.RadioGroupVariant;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.EmailField;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.renderer.ComponentRenderer;
import dev.lintel.domain.guestpass.GuestLimits;
import dev.lintel.domain.guestpass.GuestPassDraft;
import dev.lintel.domain.guestpass.GuestPassRefusedException.Field;
import dev.lintel.domain.guestpass.HostLimits;
import dev.lintel.domain.guestpass.HostLimits.LimitRow;
import dev.lintel.domain.guestpass.OpenToGuests;
import dev.lintel.domain.identifier.GuestKind;
import dev.lintel.domain.identifier.IdentifierDraft;
import dev.lintel.domain.identifier.IdentifierRefusedException;
import dev.lintel.domain.identifier.IdentifierType;
import dev.lintel.ui.component.Refusals;
import dev.lintel.ui.i18n.Language;
import dev.lintel.ui.i18n.Messages;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/** The fields of a new guest pass; they tell what is wrong with each. */
final class GuestFields {
    private static final List<IdentifierType> TYPES =
            List.of(IdentifierType.QR, IdentifierType.ACCESS_CODE, IdentifierType.URL, IdentifierType.LICENCE_PLATE);

    private final String host;
    private final ZoneId zone;
    private final UI ui = UI.getCurrentOrThrow();
    private final RadioButtonGroup<GuestKind> kind = new RadioButtonGroup<>();
    private final TextField visitor = new TextField();
    private final RadioButtonGroup<IdentifierType> type = new RadioButtonGroup<>();
    private final TextField plate = new TextField();
    private final CheckboxGroup<OpenToGuests> opens = new CheckboxGroup<>();
    private final DateTimePicker from = new DateTimePicker();
    private final DateTimePicker until = new DateTimePicker();
    private final IntegerField passes = new IntegerField();
    private final Checkbox noLimit = new Checkbox();
    private final TextArea message = new TextArea();
    private final EmailField email = new EmailField();
    private final TextField phone = new TextField();
    private final Select<Language> language = new Select<>();
    private final Paragraph limited = new Paragraph();
    private final Paragraph fewPasses = new Paragraph();
    private final LocalDateTime begins;
    private final Refusals refusals = GuestRefusals.refusals();

    private final BiFunction<GuestKind, IdentifierType, HostLimits> limits;
    private final Messages messages;

    /**
     * @param given what the host can give, not empty
     * @param limits what holds for a kind of pass
     */
    GuestFields(
            String host,
            ZoneId zone,
            List<OpenToGuests> given,
            BiFunction<GuestKind, IdentifierType, HostLimits> limits,
            Messages messages,
            Instant shownAt) {
        this.host = host;
        this.zone = zone;
        this.limits = limits;
        this.messages = messages;
        this.begins = LocalDateTime.ofInstant(shownAt, zone).truncatedTo(ChronoUnit.MINUTES);
        choices(given);
        places();
        period();
        told();
        limited.addClassName("note");
        limited.getElement().setAttribute("role", "status");
        limit();
        kind.addValueChangeListener(change -> limit());
        type.addValueChangeListener(change -> limit());
    }

    /** Says what holds for such a pass, and by which row of a table. */
    private void limit() {
        HostLimits most = limits.apply(kind.getValue(), type.getValue());
        GuestLimits limit = most.limits();
        Integer mostPasses = limit.passes();
        passes.setMax(Objects.requireNonNullElse(mostPasses, GuestLimits.MOST_PASSES));
        noLimit.setVisible(mostPasses == null);
        if (mostPasses != null) {
            noLimit.setValue(false);
        }
        String said = messages.say(
                        ui.getLocale(),
                        "guest.limits",
                        Map.of(
                                "days", said(limit.days()),
                                "passes", said(mostPasses),
                                "atOnce", said(limit.atOnce())))
                .strip()
                .replaceAll(" {2,}", " ");
        LimitRow row = most.anyRow();
        limited.setText(said.isEmpty() || row == null ? said : said + " " + GuestRefusals.byRow(row));
        limited.setVisible(!said.isEmpty());
    }

    private static String said(@Nullable Integer limit) {
        return limit == null ? "none" : limit.toString();
    }

    private void choices(List<OpenToGuests> given) {
        kind.setItems(GuestKind.values());
        kind.setItemLabelGenerator(one -> t(Messages.keyOf(one)));
        kind.setValue(GuestKind.GUEST);
        kind.setAriaLabel(t("guest.kind"));
        visitor.setLabel(t("guest.visitorName"));
        visitor.setHelperText(t("guest.visitorNameHelp"));
        visitor.setMaxLength(IdentifierDraft.LONGEST_NAME);
        type.setItems(TYPES);
        type.setAriaLabel(t("guest.how"));
        type.addThemeVariants(RadioGroupVariant.LUMO_VERTICAL);
        type.setRenderer(new ComponentRenderer<>(
                one -> option(t("guest.type." + one.name()), t("guest.typeHelp." + one.name()))));
        type.setValue(IdentifierType.QR);
        plate.setLabel(t("guest.plate"));
        plate.setRequiredIndicatorVisible(true);
        plate.setVisible(false);
        type.addValueChangeListener(change -> plate.setVisible(change.getValue() == IdentifierType.LICENCE_PLATE));
        opens.setItems(given);
        opens.setAriaLabel(t("guest.opens"));
        opens.addThemeVariants(CheckboxGroupVariant.LUMO_VERTICAL);
        opens.setRenderer(new ComponentRenderer<>(one -> option(one.name(), String.join(" · ", one.doors()))));
        // the way that leads furthest: to the host
        opens.select(Collections.max(
                given, Comparator.comparingInt(one -> one.doors().size())));
    }

    private void places() {
        refusals.at(IdentifierRefusedException.Field.NAME, visitor);
        refusals.at(Field.RESTRICTIONS, opens);
        refusals.at(Field.UNTIL, until);
        refusals.at(Field.PASSES, passes);
        refusals.at(Field.TYPE, type);
        refusals.at(IdentifierRefusedException.Field.VALUE, plate);
        refusals.at(Field.MESSAGE, message);
        refusals.at(Field.EMAIL, email);
        refusals.at(Field.PHONE, phone);
    }

    private void period() {
        LocalDateTime usualEnd = begins.plus(GuestPassDraft.USUAL_PERIOD);
        pick(from, "guest.from", begins);
        pick(until, "guest.until", usualEnd);
        from.addValueChangeListener(change -> {
            // the end goes along, as long as nobody has said another
            if (change.isFromClient() && change.getValue() != null && usualEnd.equals(until.getValue())) {
                until.setValue(change.getValue().plus(GuestPassDraft.USUAL_PERIOD));
            }
        });
        passes.setLabel(t("guest.howOften"));
        passes.setMin(1);
        passes.setStepButtonsVisible(true);
        passes.setManualValidation(true);
        passes.setValue(GuestPassDraft.USUAL_PASSES);
        noLimit.setLabel(t("guest.noLimit"));
        noLimit.addValueChangeListener(change -> passes.setEnabled(!change.getValue()));
        fewPasses.addClassName("note");
        fewPasses.getElement().setAttribute("role", "status");
        passes.addValueChangeListener(change -> warnOfFewPasses());
        noLimit.addValueChangeListener(change -> warnOfFewPasses());
        opens.addValueChangeListener(change -> warnOfFewPasses());
        warnOfFewPasses();
    }

    /** Who comes through the gate with the only pass stands before the next door. */
    private void warnOfFewPasses() {
        long doors = opens.getValue().stream()
                .flatMap(one -> one.doors().stream())
                .distinct()
                .count();
        boolean one = !noLimit.getValue() && Integer.valueOf(1).equals(passes.getValue());
        fewPasses.setText(one && doors > 1 ? ui.getTranslation("guest.fewPasses", doors) : "");
        fewPasses.setVisible(!fewPasses.getText().isEmpty());
    }

    private void pick(DateTimePicker picker, String label, LocalDateTime at) {
        picker.setLabel(t(label));
        WallClock.show(picker, ui);
        picker.setManualValidation(true);
        picker.setValue(at);
    }

    private void told() {
        message.setLabel(t("guest.message"));
        message.setHelperText(t("guest.messageHelp"));
        message.setMaxLength(GuestPassDraft.LONGEST_MESSAGE);
        email.setLabel(t("guest.email"));
        email.setMaxLength(GuestPassDraft.LONGEST_EMAIL);
        email.setManualValidation(true);
        phone.setLabel(t("guest.phone"));
        phone.setHelperText(t("guest.phoneHelp"));
        phone.setMaxLength(GuestPassDraft.LONGEST_PHONE);
        language.setLabel(t("guest.language"));
        language.setItems(Language.values());
        language.setItemLabelGenerator(Language::ownName);
        language.setValue(Language.nearest(ui.getLocale()));
    }

    List<Component> sections() {
        Div often = new Div(passes, noLimit);
        often.addClassName("guest-passes");
        Div when = new Div(from, until);
        when.addClassName("guest-period");
        return List.of(
                new Section(new H2(t("guest.who")), kind, visitor),
                new Section(new H2(t("guest.opens")), opens),
                new Section(new H2(t("guest.when")), when, often, fewPasses, limited),
                new Section(new H2(t("guest.how")), type, plate),
                new Section(new H2(t("guest.tell")), message, email, phone, language));
    }

    /** @param now what stands for the beginning as it was shown, so that a pass never begins before it is made */
    GuestPassDraft draft(Instant now) {
        LocalDateTime first = from.getValue();
        LocalDateTime last = until.getValue();
        Instant start = first == null || first.equals(begins) ? now : instant(first);
        boolean usual = last == null || last.equals(begins.plus(GuestPassDraft.USUAL_PERIOD));
        boolean untouched = usual && (first == null || first.equals(begins));
        return new GuestPassDraft(
                host,
                kind.getValue(),
                type.getValue(),
                plate.getValue(),
                visitor.getValue(),
                message.getValue(),
                email.getValue(),
                phone.getValue(),
                language.getValue().locale(),
                start,
                untouched || last == null ? start.plus(GuestPassDraft.USUAL_PERIOD) : instant(last),
                noLimit.getValue() ? null : Objects.requireNonNullElse(passes.getValue(), 0),
                opens.getValue().stream().map(OpenToGuests::id).toList());
    }

    private Instant instant(LocalDateTime wall) {
        return wall.atZone(zone).toInstant();
    }

    /** Where it is told what is wrong. */
    Refusals refusals() {
        return refusals;
    }

    private static Div option(String name, String about) {
        Span what = new Span(name);
        what.addClassName("option-name");
        Span more = new Span(about);
        more.addClassName("about");
        Div option = new Div(what, more);
        option.addClassName("guest-option");
        return option;
    }

    private String t(String key) {
        return ui.getTranslation(key);
    }
}
