/** What goes in: jobs, sources and what their readers counted. */
@NullMarked
package kirchberg.domain.source;

import org.jspecify.annotations.NullMarked;
