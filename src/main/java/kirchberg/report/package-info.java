/** Findings and totals of a release go in; pages, tables and texts that a person can follow come out. */
@NullMarked
package kirchberg.report;

import org.jspecify.annotations.NullMarked;
