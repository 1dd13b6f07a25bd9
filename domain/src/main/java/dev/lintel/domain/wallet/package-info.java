/** Guest passes in the wallets of phones, and how these learn that a pass has changed. */
@NullMarked
package dev.lintel.domain.wallet;

import org.jspecify.annotations.NullMarked;
