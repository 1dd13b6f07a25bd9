package dev.lintel.ui.user;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
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
import jakarta.annotation.security.PermitAll;
import java.time.Instant;
import java.time.InstantSource;
import java.util.stream.Collectors;
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
    private final Messages messages;
    private final Grid<ApiToken> grid = new Grid<>();

    ApiTokensView(ApiTokens tokens, CurrentActor current, Messages messages, InstantSource clock) {
        this.tokens = tokens;
        this.actor = current.get();
        this.messages = messages;
        this.clock = clock;
        this.moments = BrowserZone.moments(UI.getCurrentOrThrow(), messages);
        addClassName("list-view");
        Button make = new Button(getTranslation("token.make"), VaadinIcon.PLUS.create(), click -> make());
        make.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        add(new ViewHeader(getTranslation("token.title"), make), new Paragraph(getTranslation("token.about")), grid);
        columns();
        refresh();
    }

    private void columns() {
        grid.addThemeVariants(GridVariant.LUMO_NO_BORDER, GridVariant.LUMO_WRAP_CELL_CONTENT);
        grid.setSelectionMode(Grid.SelectionMode.NONE);
        grid.setSizeFull();
        grid.addColumn(ApiToken::name).setHeader(getTranslation("token.name")).setFlexGrow(2);
        grid.addColumn(this::permissions)
                .setHeader(getTranslation("token.permissions"))
                .setFlexGrow(4);
        grid.addComponentColumn(token -> moment(token.created(), "")).setHeader(getTranslation("token.created"));
        grid.addComponentColumn(token -> moment(token.lastUsed(), getTranslation("token.neverUsed")))
                .setHeader(getTranslation("token.lastUsed"));
        grid.addComponentColumn(this::expiry).setHeader(getTranslation("token.expires"));
        grid.addComponentColumn(this::revoke).setFlexGrow(0).setWidth("9em");
        grid.setEmptyStateComponent(
                new EmptyState(getTranslation("token.noneTitle"), getTranslation("token.noneText")));
    }

    private String permissions(ApiToken token) {
        return token.permissions().stream()
                .sorted()
                .map(permission -> messages.nameOf(moments.locale(), permission))
                .collect(Collectors.joining(", "));
    }

    private Span expiry(ApiToken token) {
        Instant expires = token.expires();
        boolean expired = expires != null && !expires.isAfter(clock.instant());
        return expired
                ? new Span(getTranslation("token.expired"))
                : moment(expires, getTranslation("token.neverExpires"));
    }

    private Span moment(@Nullable Instant instant, String otherwise) {
        if (instant == null) {
            return new Span(otherwise);
        }
        Span text = new Span(moments.inList(instant));
        text.setTitle(moments.exact(instant));
        return text;
    }

    private Button revoke(ApiToken token) {
        Button revoke = new Button(getTranslation("token.revoke"));
        revoke.addThemeVariants(ButtonVariant.LUMO_TERTIARY, ButtonVariant.LUMO_ERROR, ButtonVariant.LUMO_SMALL);
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
        new NewTokenDialog(actor, tokens, clock, this::refresh).open();
    }

    private void refresh() {
        grid.setItems(tokens.list(actor));
    }

    @Override
    public String getPageTitle() {
        return getTranslation("token.title") + " · Lintel";
    }
}
