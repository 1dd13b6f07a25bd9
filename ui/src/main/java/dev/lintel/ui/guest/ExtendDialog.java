package dev.lintel.ui.guest;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.datetimepicker.DateTimePicker;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.component.textfield.IntegerField;
import dev.lintel.domain.guestpass.GuestPass;
import dev.lintel.domain.guestpass.GuestPassChangedException;
import dev.lintel.domain.guestpass.GuestPassRefusedException;
import dev.lintel.domain.guestpass.GuestPasses;
import dev.lintel.domain.guestpass.NoSuchGuestPassException;
import dev.lintel.domain.permission.Actor;
import dev.lintel.ui.component.BrowserZone;
import dev.lintel.ui.component.ComparisonDialog;
import dev.lintel.ui.i18n.Messages;
import dev.lintel.ui.i18n.Moments;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Lets a pass last longer, and be used more often. */
final class ExtendDialog extends Dialog {
    private static final long serialVersionUID = 1L;

    private final transient GuestPasses passes;
    private final Messages messages;
    private final transient Actor actor;
    private transient GuestPass pass;
    private final ZoneId zone;
    private final transient Consumer<GuestPass> done;
    private final transient Runnable changed;
    private final DateTimePicker until = new DateTimePicker(getTranslation("guest.until.new"));
    private final IntegerField inAll = new IntegerField(getTranslation("guest.passes.new"));
    private final Checkbox noLimit = new Checkbox(getTranslation("guest.noLimit"));
    private final Paragraph problem = new Paragraph();

    ExtendDialog(
            GuestPasses passes,
            Messages messages,
            Actor actor,
            GuestPass pass,
            ZoneId zone,
            Consumer<GuestPass> done,
            Runnable changed) {
        this.messages = messages;
        this.passes = passes;
        this.actor = actor;
        this.pass = pass;
        this.zone = zone;
        this.done = done;
        this.changed = changed;
        addClassName("form-dialog");
        setHeaderTitle(getTranslation("guest.extend"));
        UI ui = UI.getCurrentOrThrow();
        WallClock.show(until, ui);
        if (pass.facts().validUntil() != null) {
            until.setValue(LocalDateTime.ofInstant(pass.facts().validUntil(), zone)
                    .truncatedTo(ChronoUnit.MINUTES)
                    .plusDays(1));
        }
        Integer most = pass.facts().maxPasses();
        inAll.setValue(most == null ? Math.max(1, pass.facts().passesUsed()) : most);
        inAll.setMin(1);
        inAll.setStepButtonsVisible(true);
        inAll.setManualValidation(true);
        noLimit.addValueChangeListener(change -> inAll.setEnabled(!change.getValue()));
        noLimit.setValue(most == null);
        problem.addClassName("problem");
        problem.getElement().setAttribute("role", "alert");
        add(until, inAll, noLimit, problem);
        Button save = new Button(getTranslation("guest.extend"), click -> save());
        save.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        getFooter().add(new Button(getTranslation("action.cancel"), click -> close()), save);
    }

    private void save() {
        problem.setText("");
        if (until.getValue() == null) {
            problem.setText(getTranslation("guest.refused.MISSING"));
            return;
        }
        try {
            GuestPass after = passes.extend(
                    actor,
                    pass.project(),
                    pass.id(),
                    pass.version(),
                    until.getValue().atZone(zone).toInstant(),
                    noLimit.getValue() ? null : Objects.requireNonNullElse(inAll.getValue(), 0));
            close();
            Notification.show(getTranslation("guest.extended"));
            done.accept(after);
        } catch (GuestPassRefusedException refused) {
            problem.setText(GuestRefusals.withField(refused.problems().getFirst()));
        } catch (GuestPassChangedException other) {
            compare(other.theirs());
        } catch (NoSuchGuestPassException gone) {
            close();
            Notification.show(getTranslation("guest.gone"));
            changed.run();
        }
    }

    /** How long, and how often; null is without limit. */
    private record Extent(@Nullable Instant until, @Nullable Integer passes) {
        static Extent of(GuestPass pass) {
            return new Extent(pass.facts().validUntil(), pass.facts().maxPasses());
        }
    }

    /** Somebody else was quicker. */
    private void compare(GuestPass theirs) {
        Moments moments = BrowserZone.moments(UI.getCurrentOrThrow(), messages, zone);
        Extent mine =
                new Extent(until.getValue().atZone(zone).toInstant(), noLimit.getValue() ? null : inAll.getValue());
        new ComparisonDialog<>(Extent.of(pass), mine, Extent.of(theirs))
                .field("guest.until.new", Extent::until, at -> at == null ? "" : moments.exact(at))
                .field(
                        "guest.passes.new",
                        Extent::passes,
                        passes -> passes == null ? getTranslation("guest.noLimit") : passes.toString())
                .ask(
                        chosen -> new Extent(
                                chosen.of("guest.until.new").until(),
                                chosen.of("guest.passes.new").passes()),
                        merged -> {
                            pass = theirs;
                            show(merged);
                            save();
                        });
    }

    private void show(Extent extent) {
        until.setValue(
                extent.until() == null
                        ? null
                        : LocalDateTime.ofInstant(extent.until(), zone).truncatedTo(ChronoUnit.MINUTES));
        noLimit.setValue(extent.passes() == null);
        if (extent.passes() != null) {
            inAll.setValue(extent.passes());
        }
    }
}
