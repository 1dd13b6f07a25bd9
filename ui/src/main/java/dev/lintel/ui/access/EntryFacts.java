package dev.lintel.ui.access;

import com.vaadin.flow.component.html.Span;
import dev.lintel.domain.access.AccessRequest;
import dev.lintel.domain.access.AcsLogEntry;
import dev.lintel.domain.access.AppliedPolicy;
import dev.lintel.domain.access.Decision;
import dev.lintel.domain.identifier.IdentifierValue;
import dev.lintel.domain.user.IdentifierNotation;
import dev.lintel.ui.component.Facts;
import dev.lintel.ui.i18n.Messages;
import dev.lintel.ui.i18n.Moments;
import java.time.Instant;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Who presented what, where and when. */
final class EntryFacts extends Facts {
    private static final long serialVersionUID = 1L;

    EntryFacts(AcsLogEntry entry, Decision decision, Messages messages, Moments moments, IdentifierNotation notation) {
        Locale locale = moments.locale();
        Span at = new Span(moments.inList(entry.at()));
        at.setTitle(moments.exact(entry.at()));
        fact("explain.when", at);
        fact("explain.reason", messages.nameOf(locale, entry.reason()));
        fact("explain.who", who(entry, messages, locale));
        fact(
                "explain.what",
                messages.nameOf(locale, entry.type()) + " "
                        + IdentifierValue.shown(entry.type(), entry.presented(), notation));
        fact("acsLog.device", entry.deviceName() == null ? entry.deviceSerial() : entry.deviceName());
        fact("explain.serial", entry.deviceName() == null ? null : entry.deviceSerial());
        fact("explain.accessPoint", entry.accessPoint());
        fact("explain.asked", asked(entry.lock()));
        fact(
                "explain.opened",
                decision.locks().isEmpty()
                        ? null
                        : decision.locks().stream().map(String::valueOf).collect(Collectors.joining(", ")));
        fact(
                "explain.policies",
                decision.policies().stream().map(AppliedPolicy::name).collect(Collectors.joining(", ")));
        fact("acsLog.flagged", String.join(", ", entry.flags()));
        fact("explain.channel", messages.nameOf(locale, entry.channel()));
        Instant deviceTime = entry.deviceTime();
        fact("explain.deviceTime", deviceTime == null ? null : moments.exact(deviceTime));
    }

    private static @Nullable String who(AcsLogEntry entry, Messages messages, Locale locale) {
        String owner = entry.ownerName();
        if (owner == null) {
            return null;
        }
        return entry.ownerType() == null ? owner : owner + " · " + messages.nameOf(locale, entry.ownerType());
    }

    private @Nullable String asked(@Nullable Integer lock) {
        if (lock == null) {
            return null;
        }
        return lock == AccessRequest.ALL_LOCKS ? getTranslation("explain.allLocks") : String.valueOf(lock);
    }
}
