/** Sites in and out: projects, import with a dry run, export. */
@NullMarked
package dev.lintel.ui.site;

import org.jspecify.annotations.NullMarked;
