package dev.lintel.ui.user;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import dev.lintel.domain.permission.Actor;
import dev.lintel.domain.user.ApiToken;
import dev.lintel.domain.user.ApiTokens;
import dev.lintel.ui.component.CopyField;
import dev.lintel.ui.permission.PermissionPicker;
import dev.lintel.ui.permission.PermissionWords;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;

/** Makes an API token and shows it once. */
final class NewTokenDialog extends Dialog {
    private static final long serialVersionUID = 1L;
    private static final int FOREVER = 0;
    private static final List<Integer> DAYS = List.of(30, 90, 365, FOREVER);
    private static final int LONGEST_NAME = 100;

    private final transient Actor actor;
    private final transient ApiTokens tokens;
    private final transient InstantSource clock;
    private final TextField name = new TextField(getTranslation("token.name"));
    private final PermissionPicker permissions;
    private final Paragraph problem = new Paragraph();
    private final Select<Integer> days = new Select<>();

    NewTokenDialog(Actor actor, ApiTokens tokens, InstantSource clock, PermissionWords words, Runnable made) {
        this.actor = actor;
        this.tokens = tokens;
        this.clock = clock;
        addClassNames("form-dialog", "token-dialog");
        setHeaderTitle(getTranslation("token.make"));
        name.setHelperText(getTranslation("token.nameHelp"));
        name.setMaxLength(LONGEST_NAME);
        name.focus();
        Span chosen = new Span();
        chosen.addClassName("count");
        permissions = new PermissionPicker(words, actor.permissions(), () -> count(chosen));
        count(chosen);
        problem.addClassName("problem");
        problem.getElement().setAttribute("role", "alert");
        days.setLabel(getTranslation("token.expires"));
        days.setItems(DAYS);
        days.setItemLabelGenerator(count ->
                count == FOREVER ? getTranslation("token.neverExpires") : getTranslation("token.inDays", count));
        days.setValue(DAYS.getFirst());
        add(name, days, new H3(getTranslation("token.permissions")), chosen, permissions, problem);
        Button cancel = new Button(getTranslation("action.cancel"), click -> close());
        cancel.addThemeVariants(ButtonVariant.LUMO_TERTIARY);
        Button make = new Button(getTranslation("token.make"), click -> make(made));
        make.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        getFooter().add(cancel, make);
    }

    private void count(Span chosen) {
        chosen.setText(getTranslation("token.chosen", permissions.chosen().size()));
    }

    private void make(Runnable made) {
        boolean nameless = name.getValue().isBlank();
        name.setErrorMessage(getTranslation("token.nameMissing"));
        name.setInvalid(nameless);
        boolean powerless = permissions.chosen().isEmpty();
        problem.setText(powerless ? getTranslation("token.permissionMissing") : "");
        if (nameless || powerless) {
            return;
        }
        int count = days.getValue();
        Instant expires = count == FOREVER ? null : clock.instant().plus(Duration.ofDays(count));
        show(tokens.issue(actor, name.getValue().strip(), permissions.chosen(), expires));
        made.run();
    }

    private void show(ApiToken.Issued issued) {
        removeAll();
        getFooter().removeAll();
        setCloseOnOutsideClick(false);
        setHeaderTitle(getTranslation("token.made", issued.token().name()));
        add(
                new Paragraph(getTranslation("token.once")),
                new CopyField(getTranslation("token.secret"), issued.secret()));
        Button done = new Button(getTranslation("token.done"), click -> close());
        done.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        getFooter().add(done);
    }
}
