/**
 * The rulebook of a project: policies that its managers write on top of the grants, their versions, and what each version
 * would do before it is in force.
 */
@NullMarked
package dev.lintel.domain.rulebook;

import org.jspecify.annotations.NullMarked;
