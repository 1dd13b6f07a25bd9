/** The people of a project: their list, their page, and what is done for several of them at once. */
@NullMarked
package dev.lintel.ui.user.people;

import org.jspecify.annotations.NullMarked;
