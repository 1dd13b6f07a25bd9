/** Identifiers from lists: files with a row for each, and what panels have; taken after a dry run, and taken back. */
@NullMarked
package dev.lintel.domain.identifier.exchange;

import org.jspecify.annotations.NullMarked;
