/** Taking users from a table, after a look at what would become of each row. */
@NullMarked
package dev.lintel.ui.user.exchange;

import org.jspecify.annotations.NullMarked;
