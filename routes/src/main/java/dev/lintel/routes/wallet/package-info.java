/** Tells phones over Apple's push service that passes in their wallets have changed. */
@NullMarked
package dev.lintel.routes.wallet;

import org.jspecify.annotations.NullMarked;
