package dev.lintel.ui.user;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import dev.lintel.domain.permission.Actor;
import dev.lintel.domain.permission.CurrentActor;
import dev.lintel.domain.user.ApiToken;
import dev.lintel.domain.user.ApiTokenList;
import dev.lintel.domain.user.ApiTokens;
import dev.lintel.ui.component.BrowserZone;
import dev.lintel.ui.component.EmptyState;
import dev.lintel.ui.component.ViewHeader;
import dev.lintel.ui.i18n.Messages;
import dev.lintel.ui.layout.MainLayout;
import dev.lintel.ui.listing.RecordList;
import dev.lintel.ui.listing.RecordLists;
import dev.lintel.ui.permission.PermissionWords;
import jakarta.annotation.security.PermitAll;
import java.time.InstantSource;

/** The keys that somebody gave to programs. */
@Route(value = ApiTokensView.PATH, layout = MainLayout.class)
@PermitAll
public class ApiTokensView extends Div implements HasDynamicTitle {
    static final String PATH = "api-tokens";

    private static final long serialVersionUID = 1L;

    private final transient ApiTokens tokens;
    private final transient Actor actor;
    private final transient InstantSource clock;
    private final transient PermissionWords words;
    private final RecordList<ApiToken> list;

    ApiTokensView(
            ApiTokens tokens,
            ApiTokenList own,
            RecordLists lists,
            CurrentActor current,
            Messages messages,
            InstantSource clock) {
        this.tokens = tokens;
        this.actor = current.get();
        this.clock = clock;
        this.words = new PermissionWords(messages, getLocale());
        TokenColumns columns = new TokenColumns(BrowserZone.moments(UI.getCurrentOrThrow(), messages), clock, words);
        this.list = lists.of(columns.list(own, actor, this::askToRevoke))
                .nothingYet(new EmptyState(getTranslation("token.noneTitle"), getTranslation("token.noneText")))
                .whenNew(this::make);
        addClassName("list-view");
        Button make = new Button(getTranslation("token.make"), VaadinIcon.PLUS.create(), click -> make());
        make.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        add(
                new ViewHeader(getTranslation("me.title"), make),
                new PersonalTabs(ApiTokensView.class),
                new Paragraph(getTranslation("token.about")),
                list);
    }

    private void make() {
        new NewTokenDialog(actor, tokens, clock, words, list::reload).open();
    }

    private void askToRevoke(ApiToken token) {
        ConfirmDialog question = new ConfirmDialog();
        question.setHeader(getTranslation("token.askTitle", token.name()));
        question.setText(getTranslation("token.askText"));
        question.setCancelable(true);
        question.setCancelText(getTranslation("action.cancel"));
        question.setConfirmText(getTranslation("token.revoke"));
        question.setConfirmButtonTheme("error primary");
        question.addConfirmListener(confirm -> {
            tokens.revoke(actor, token.id());
            list.reload();
        });
        question.open();
    }

    @Override
    public String getPageTitle() {
        return getTranslation("token.title") + " · Lintel";
    }
}
