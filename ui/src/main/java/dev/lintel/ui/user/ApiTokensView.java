package dev.lintel.ui.user;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import dev.lintel.domain.permission.Actor;
import dev.lintel.domain.permission.CurrentActor;
import dev.lintel.domain.user.ApiToken;
import dev.lintel.domain.user.ApiTokens;
import dev.lintel.ui.component.BrowserZone;
import dev.lintel.ui.component.EmptyState;
import dev.lintel.ui.component.ViewHeader;
import dev.lintel.ui.i18n.Messages;
import dev.lintel.ui.i18n.Moments;
import dev.lintel.ui.layout.MainLayout;
import dev.lintel.ui.permission.PermissionWords;
import jakarta.annotation.security.PermitAll;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The keys that somebody gave to programs. */
@Route(value = "api-tokens", layout = MainLayout.class)
@PermitAll
public class ApiTokensView extends Div implements HasDynamicTitle {
    private static final long serialVersionUID = 1L;

    private final transient ApiTokens tokens;
    private final transient Actor actor;
    private final transient Moments moments;
    private final transient InstantSource clock;
    private final transient PermissionWords words;
    private final Section list = new Section();

    ApiTokensView(ApiTokens tokens, CurrentActor current, Messages messages, InstantSource clock) {
        this.tokens = tokens;
        this.actor = current.get();
        this.clock = clock;
        this.words = new PermissionWords(messages, getLocale());
        this.moments = BrowserZone.moments(UI.getCurrentOrThrow(), messages);
        addClassName("form-view");
        Button make = new Button(getTranslation("token.make"), VaadinIcon.PLUS.create(), click -> make());
        make.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        Paragraph about = new Paragraph(getTranslation("token.about"));
        about.addClassName("about");
        add(new ViewHeader(getTranslation("me.title"), make), new PersonalTabs(ApiTokensView.class), about, list);
        refresh();
    }

    private void refresh() {
        List<ApiToken> own = tokens.list(actor);
        list.removeAll();
        if (own.isEmpty()) {
            list.add(new EmptyState(getTranslation("token.noneTitle"), getTranslation("token.noneText")));
            return;
        }
        UnorderedList rows = new UnorderedList();
        rows.addClassName("plain-list");
        own.forEach(token -> rows.add(new ListItem(words(token), revoke(token))));
        list.add(rows);
    }

    private Div words(ApiToken token) {
        Span name = new Span(token.name());
        name.addClassName("strong");
        Instant expires = token.expires();
        boolean expired = expires != null && !expires.isAfter(clock.instant());
        Span validity = expired
                ? new Span(getTranslation("token.expired"))
                : moment("token.expires", expires, "token.neverExpires");
        validity.setClassName("problem", expired);
        return new Div(
                name,
                permissions(token),
                moment("token.created", token.created(), "token.neverUsed"),
                moment("token.lastUsed", token.lastUsed(), "token.neverUsed"),
                validity);
    }

    private Details permissions(ApiToken token) {
        UnorderedList names = new UnorderedList();
        token.permissions().stream()
                .sorted()
                .map(permission -> new ListItem(getTranslation(Messages.keyOf(permission))))
                .forEach(names::add);
        return new Details(getTranslation("token.chosen", token.permissions().size()), names);
    }

    private Span moment(String key, @Nullable Instant instant, String otherwise) {
        Span text = new Span(
                getTranslation(key) + ": " + (instant == null ? getTranslation(otherwise) : moments.inList(instant)));
        if (instant != null) {
            text.setTitle(moments.exact(instant));
        }
        return text;
    }

    private Button revoke(ApiToken token) {
        Button revoke = new Button(getTranslation("token.revoke"));
        revoke.addThemeVariants(ButtonVariant.LUMO_TERTIARY, ButtonVariant.LUMO_ERROR);
        revoke.setAriaLabel(getTranslation("token.revokeOf", token.name()));
        revoke.addClickListener(click -> {
            ConfirmDialog question = new ConfirmDialog();
            question.setHeader(getTranslation("token.askTitle", token.name()));
            question.setText(getTranslation("token.askText"));
            question.setCancelable(true);
            question.setCancelText(getTranslation("action.cancel"));
            question.setConfirmText(getTranslation("token.revoke"));
            question.setConfirmButtonTheme("error primary");
            question.addConfirmListener(confirm -> {
                tokens.revoke(actor, token.id());
                refresh();
            });
            question.open();
        });
        return revoke;
    }

    private void make() {
        new NewTokenDialog(actor, tokens, clock, words, this::refresh).open();
    }

    @Override
    public String getPageTitle() {
        return getTranslation("token.title") + " · Lintel";
    }
}
