package dev.lintel.domain.wallet;

import de.brendamour.jpasskit.PKField;
import de.brendamour.jpasskit.PKPass;
import de.brendamour.jpasskit.enums.PKPassType;
import de.brendamour.jpasskit.passes.PKGenericPass;
import dev.lintel.domain.wallet.PassWording.Ended;
import java.net.URI;
import org.jspecify.annotations.Nullable;

/**
 * What a pass for Apple Wallet says once its guest pass is deleted: that it is over. Nothing else that stood on it is known.
 *
 * @param service as of {@link AppleFile}
 */
record EndedFile(Ended texts, StoredPass stored, @Nullable URI service) {
    PKPass pass(AppleWallet look, AppleCertificate certificate) {
        return AppleFile.begun(look, certificate, stored, service)
                .pass(PKGenericPass.builder()
                        .passType(PKPassType.PKGenericPass)
                        .primaryFieldBuilder(PKField.builder()
                                .key("ended")
                                .label(texts.caption())
                                .value(texts.said())))
                .description(texts.said())
                .voided(true)
                .build();
    }
}
