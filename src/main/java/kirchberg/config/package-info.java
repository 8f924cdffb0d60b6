/** What a user writes, job files, source folders and claim files, to records, with all mistakes at once. */
@NullMarked
package kirchberg.config;

import org.jspecify.annotations.NullMarked;
