/** Tests of releases: small tables made by hand, and added up by Spark as a second opinion. */
@NullMarked
package kirchberg.publish.file;

import org.jspecify.annotations.NullMarked;
