/** From files to data: a job file, source folders, claim files and reference tables go in; checked records come out. */
@NullMarked
package kirchberg.read;

import org.jspecify.annotations.NullMarked;
