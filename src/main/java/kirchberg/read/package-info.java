/**
 * Source folders, jobs, claims and reference tables in, as bytes and text; raw financings, control totals and records
 * out.
 */
@NullMarked
package kirchberg.read;

import org.jspecify.annotations.NullMarked;
