package dev.lintel.ui.access;

import com.vaadin.flow.data.renderer.LitRenderer;
import com.vaadin.flow.data.renderer.Renderer;
import dev.lintel.domain.access.AcsLogEntry;
import dev.lintel.domain.access.Channel;
import dev.lintel.domain.identifier.IdentifierValue;
import dev.lintel.domain.user.IdentifierNotation;
import dev.lintel.domain.user.marker.Marker;
import dev.lintel.ui.i18n.Messages;
import dev.lintel.ui.i18n.Moments;
import dev.lintel.ui.listing.ListColumn;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;

/** How entries of the ACS log are shown: seven columns on a desk, one card that says it all on a phone. */
record EntryColumns(
        Messages messages,
        Moments moments,
        IdentifierNotation notation,
        Function<AcsLogEntry, Optional<Marker>> marker) {
    /** Colours are checked where they are stored, and nothing else comes into the style. */
    private static final String DOT =
            "<span class='marker-dot' role='img' aria-label=${item.marker} title=${item.marker}"
                    + " ?hidden=${!item.marker} style='--marker: ${item.colour}'></span>";

    private static final String FLAG =
            "<vaadin-icon class='entry-flag' icon='vaadin:flag' role='img' aria-label=${item.flag} title=${item.flag}"
                    + " ?hidden=${!item.flag}></vaadin-icon>";

    List<ListColumn<AcsLogEntry>> columns(Function<AcsLogEntry, String> address) {
        return List.of(
                ListColumn.of("created", AcsLogEntry::at).drawn(time(address)).width("13em"),
                ListColumn.of("device", EntryColumns::device).grow(3),
                ListColumn.of("identifier", this::presented).grow(1),
                ListColumn.of("type", AcsLogEntry::type).width("9em"),
                ListColumn.of("owner", AcsLogEntry::ownerName).drawn(owner()),
                ListColumn.of("ownerType", AcsLogEntry::ownerType).width("8em"),
                ListColumn.of("message", this::message)
                        .drawn(verdict(LitRenderer.of(
                                "<span class=${item.style} title=${item.text}><span aria-hidden='true'>${item.sign}</span>${item.text}</span>"
                                        + FLAG)))
                        .grow(6),
                ListColumn.of("flagged", EntryColumns::flags).hidden(),
                ListColumn.of("reason", AcsLogEntry::reason).hidden(),
                ListColumn.of("marker", this::markerName).hidden(),
                ListColumn.of("deviceTime", AcsLogEntry::deviceTime)
                        .width("13em")
                        .hidden(),
                ListColumn.of("channel", AcsLogEntry::channel).hidden());
    }

    Renderer<AcsLogEntry> card(Function<AcsLogEntry, String> address) {
        return verdict(LitRenderer.of("""
                        <div class="record-card">
                          <span class=${item.style}><span aria-hidden="true">${item.sign}</span>${item.text} %s</span>
                          <span>%s${item.owner} · ${item.device}</span>
                          <a href=${item.address} title=${item.exact}>${item.time}</a>
                        </div>
                        """.formatted(FLAG, DOT)))
                .withProperty("marker", this::markerName)
                .withProperty("colour", this::markerColour)
                .withProperty("address", address::apply)
                .withProperty("owner", this::who)
                .withProperty("device", EntryColumns::device)
                .withProperty("exact", entry -> moments.exact(entry.at()))
                .withProperty("time", entry -> moments.inList(entry.at()));
    }

    private Renderer<AcsLogEntry> owner() {
        return LitRenderer.<AcsLogEntry>of(DOT + "<span title=${item.owner}>${item.owner}</span>")
                .withProperty("marker", this::markerName)
                .withProperty("colour", this::markerColour)
                .withProperty("owner", entry -> Objects.requireNonNullElse(entry.ownerName(), ""));
    }

    private String markerName(AcsLogEntry entry) {
        return marker.apply(entry).map(Marker::name).orElse("");
    }

    private String markerColour(AcsLogEntry entry) {
        return marker.apply(entry).map(Marker::colour).orElse("transparent");
    }

    private Renderer<AcsLogEntry> time(Function<AcsLogEntry, String> address) {
        return LitRenderer.<AcsLogEntry>of("<a href=${item.address} title=${item.exact}>${item.time}</a>"
                        + "<span class='device-time'>${item.there}</span>")
                .withProperty("there", this::there)
                .withProperty("address", address::apply)
                .withProperty("exact", entry -> moments.exact(entry.at()))
                .withProperty("time", entry -> moments.inList(entry.at()));
    }

    /** What a device decided by itself it may tell much later. */
    private String there(AcsLogEntry entry) {
        Instant deviceTime = entry.deviceTime();
        return entry.channel() == Channel.DEVICE && deviceTime != null
                ? messages.getTranslation("acsLog.there", moments.locale(), moments.inList(deviceTime))
                : "";
    }

    private LitRenderer<AcsLogEntry> verdict(LitRenderer<AcsLogEntry> renderer) {
        return renderer.withProperty("style", entry -> "verdict " + VerdictBadge.styleOf(entry.verdict()))
                .withProperty("sign", entry -> VerdictBadge.signOf(entry.verdict()))
                .withProperty("text", this::message)
                .withProperty("flag", this::flag);
    }

    private static String flags(AcsLogEntry entry) {
        return String.join(", ", entry.flags());
    }

    private String flag(AcsLogEntry entry) {
        return entry.isFlagged() ? messages.getTranslation("acsLog.flaggedBy", moments.locale(), flags(entry)) : "";
    }

    private String message(AcsLogEntry entry) {
        return VerdictBadge.message(messages, moments.locale(), entry);
    }

    private String presented(AcsLogEntry entry) {
        return IdentifierValue.shown(entry.type(), entry.presented(), notation);
    }

    private String who(AcsLogEntry entry) {
        String owner = entry.ownerName();
        return owner == null ? messages.nameOf(moments.locale(), entry.type()) : owner;
    }

    private static String device(AcsLogEntry entry) {
        return Objects.requireNonNullElse(entry.deviceName(), entry.deviceSerial());
    }
}
