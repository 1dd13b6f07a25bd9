package dev.lintel.routes.rest;

import dev.lintel.domain.permission.Actor;
import dev.lintel.domain.wallet.WalletPasses;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Guest passes for the wallets of phones. */
@RestController
@RequestMapping("/api/v1/projects/{project}/guest-passes/{id}")
@Tag(name = "Guest passes")
class WalletController {
    private static final MediaType PASS = MediaType.parseMediaType("application/vnd.apple.pkpass");

    private final WalletPasses wallets;

    WalletController(WalletPasses wallets) {
        this.wallets = wallets;
    }

    /** An address that keeps the pass in a wallet. */
    record WalletLink(String link) {}

    @GetMapping("/apple-wallet")
    @Operation(
            summary = "The pass for Apple Wallet",
            description =
                    "A signed `pkpass` file. One's own pass, or permission `identifier.edit`; 400 while the server"
                            + " has no certificate for passes or does not know its own address.")
    ResponseEntity<byte[]> apple(Actor actor, @PathVariable long project, @PathVariable String id) {
        return ResponseEntity.ok()
                .contentType(PASS)
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"guest-pass.pkpass\"")
                .body(wallets.apple(actor, project, id));
    }

    @GetMapping("/google-wallet")
    @Operation(
            summary = "The link that keeps the pass in Google Wallet",
            description = "One's own pass, or permission `identifier.edit`; 400 while the server has no account for"
                    + " Google Wallet or does not know its own address.")
    WalletLink google(Actor actor, @PathVariable long project, @PathVariable String id) {
        return new WalletLink(wallets.google(actor, project, id).toString());
    }
}
