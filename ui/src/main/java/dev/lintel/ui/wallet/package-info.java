/** Passes for the wallets of phones: who signs them, and what they say. */
@NullMarked
package dev.lintel.ui.wallet;

import org.jspecify.annotations.NullMarked;
