package dev.lintel.ui.guest;

import dev.lintel.domain.guestpass.GuestPass;
import dev.lintel.domain.identifier.GuestKind;
import dev.lintel.domain.identifier.Identifier;
import dev.lintel.domain.identifier.IdentifierType;
import dev.lintel.domain.identifier.IssuedIdentifier;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Guest passes for tests. */
final class APass {
    private static final Instant FROM = Instant.parse("2026-11-22T08:00:00Z");

    private APass() {}

    static GuestPass until(@Nullable Instant until) {
        Identifier facts = new Identifier(
                "i1", "u1", IdentifierType.QR, "7d192999", FROM, until, 1, 0, false, false, GuestKind.GUEST);
        return new GuestPass(
                new IssuedIdentifier(1, facts, "Iris", "<script>Otto</script>", "", List.of("r1"), FROM, null, 0),
                "Дзвоніть; двічі,\nбудь ласка",
                "",
                "",
                Locale.of("uk"));
    }
}
