package dev.lintel.ui.user;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.data.renderer.ComponentRenderer;
import dev.lintel.domain.permission.Actor;
import dev.lintel.domain.user.ApiToken;
import dev.lintel.domain.user.ApiTokenList;
import dev.lintel.ui.i18n.Moments;
import dev.lintel.ui.listing.ListColumn;
import dev.lintel.ui.listing.ListDescription;
import dev.lintel.ui.listing.ReferenceChoices;
import dev.lintel.ui.listing.ReferenceChoices.Choice;
import dev.lintel.ui.permission.PermissionWords;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** How API tokens are shown in a list: what each may do, and until when. */
record TokenColumns(Moments moments, InstantSource clock, PermissionWords words) {
    /** @param revoke is to end a token, after a question */
    ListDescription<ApiToken> list(ApiTokenList tokens, Actor actor, Consumer<ApiToken> revoke) {
        return ListDescription.of(ApiTokensView.PATH, "token", tokens, ApiToken::id, columns(revoke))
                .searching("name")
                .card(new ComponentRenderer<>(token -> card(token, revoke)))
                .choosing("permission", choices(actor));
    }

    private List<ListColumn<ApiToken>> columns(Consumer<ApiToken> revoke) {
        return List.of(
                ListColumn.of("name", ApiToken::name),
                ListColumn.<ApiToken>of("permissions", this::names).drawn(new ComponentRenderer<>(this::permissions)),
                ListColumn.<ApiToken>of("created", ApiToken::created).width("12rem"),
                ListColumn.of("lastUsed", ApiToken::lastUsed)
                        .drawn(new ComponentRenderer<>(token -> moment(token.lastUsed(), "token.neverUsed")))
                        .width("12rem"),
                ListColumn.of("expires", ApiToken::expires)
                        .drawn(new ComponentRenderer<>(this::expiry))
                        .width("12rem"),
                ListColumn.<ApiToken>of("actions", token -> null)
                        .drawn(new ComponentRenderer<>(token -> actions(token, revoke)))
                        .width("9rem")
                        .onScreenOnly());
    }

    private Div card(ApiToken token, Consumer<ApiToken> revoke) {
        Span name = new Span(token.name());
        name.addClassName("strong");
        Div card = new Div(
                name,
                permissions(token),
                named("token.created", moment(token.created(), "token.neverUsed")),
                named("token.lastUsed", moment(token.lastUsed(), "token.neverUsed")),
                named("token.expires", expiry(token)),
                actions(token, revoke));
        card.addClassName("record-card");
        return card;
    }

    private Span named(String key, Span value) {
        return new Span(new Span(text(key) + ": "), value);
    }

    private List<String> names(ApiToken token) {
        return token.permissions().stream().sorted().map(words::permission).toList();
    }

    private Details permissions(ApiToken token) {
        UnorderedList names = new UnorderedList();
        names(token).forEach(name -> names.add(new ListItem(name)));
        return new Details(text("token.chosen", token.permissions().size()), names);
    }

    private Span expiry(ApiToken token) {
        Instant expires = token.expires();
        if (expires == null || expires.isAfter(clock.instant())) {
            return moment(expires, "token.neverExpires");
        }
        Span expired = new Span(text("token.expired"));
        expired.setTitle(moments.exact(expires));
        expired.addClassName("problem");
        return expired;
    }

    private Span moment(@Nullable Instant instant, String otherwise) {
        Span text = new Span(instant == null ? text(otherwise) : moments.inList(instant));
        if (instant != null) {
            text.setTitle(moments.exact(instant));
        }
        return text;
    }

    private Div actions(ApiToken token, Consumer<ApiToken> ask) {
        Button revoke = new Button(text("token.revoke"), click -> ask.accept(token));
        revoke.addThemeVariants(ButtonVariant.LUMO_TERTIARY, ButtonVariant.LUMO_SMALL, ButtonVariant.LUMO_ERROR);
        revoke.setAriaLabel(text("token.revokeOf", token.name()));
        Div actions = new Div(revoke);
        actions.addClassName("row-actions");
        return actions;
    }

    /** Nobody has given a token more than they hold, as far as they still hold it. */
    private ReferenceChoices choices(Actor actor) {
        return ReferenceChoices.of(actor.permissions().stream()
                .map(permission -> new Choice(permission.code(), words.permission(permission)))
                .sorted(Comparator.comparing(Choice::name))
                .toList());
    }

    private String text(String key, Object... arguments) {
        return moments.messages().getTranslation(key, moments.locale(), arguments);
    }
}
