/** Users from tables: files with a row for each, as spreadsheets write them. */
@NullMarked
package dev.lintel.domain.user.exchange;

import org.jspecify.annotations.NullMarked;
