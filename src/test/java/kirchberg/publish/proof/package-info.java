/** Tests of releases: small tables made by hand, and added up by Spark as a second opinion. */
@NullMarked
package kirchberg.publish.proof;

import org.jspecify.annotations.NullMarked;
